import { counted, isUnknown, placeOf } from "../../topology";
import type { Explanation } from "../routing";
import { admissionOf, answerProblem, groupProblem } from "./problems";
import type { ListenerQuestion } from "./question";
import type { AnswerReport, GroupReport } from "./report";

/** Rules that might answer instead, because the input leaves it open. */
export function ruleDoubts({ topology }: ListenerQuestion, { unsure }: Explanation): readonly string[] {
  const loose = topology.rules.filter(({ listener }) => isUnknown(listener)).length;
  return [
    ...unsure.map((rule) => `${placeOf(rule)} might answer instead`),
    ...(loose === 0 ? [] : [`${counted(loose, "rule")} could not be linked to a listener and might answer`]),
  ];
}

/** What might be otherwise than explained, because the input leaves it open, or only for some requests. */
export function doubtsOf(
  question: ListenerQuestion,
  explanation: Explanation,
  answer: AnswerReport,
): readonly string[] {
  const admission = admissionOf(question);
  const groups = answer.action.kind === "forward" ? answer.action.groups : [];
  return [
    ...(admission.verdict === "unknown"
      ? [`whether the security groups admit the connection cannot be said: ${admission.reason}`]
      : []),
    ...ruleDoubts(question, explanation),
    ...(answerProblem(answer) === null ? groups.flatMap(partialProblem) : []),
    ...(groups.some(({ hasAllTargets }) => !hasAllTargets)
      ? ["some targets could not be linked to a target group and may be in one of these"]
      : []),
  ];
}

/** Of a group that is not the only one: some clients get an error. */
function partialProblem(group: GroupReport): readonly string[] {
  const problem = group.share === 0 ? null : groupProblem(group);
  return problem === null ? [] : [`requests for ${group.name} are answered ${problem}`];
}
