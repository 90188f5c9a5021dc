import type { Explanation } from "../../lab/alb";
import { isUnknown } from "../../lab/topology";
import { placeOf } from "../render/labels";
import { counted } from "../render/text";
import { admissionOf, answerProblem, groupProblem } from "./problems";
import type { ListenerQuestion } from "./question";
import type { AnswerReport, GroupReport } from "./report";

/** What might be otherwise than explained, because the input leaves it open, or only for some requests. */
export function doubtsOf(
  question: ListenerQuestion,
  { unsure }: Explanation,
  answer: AnswerReport,
): readonly string[] {
  const { rules } = question.topology;
  const admission = admissionOf(question);
  const loose = rules.filter(({ listener }) => isUnknown(listener)).length;
  const groups = answer.action.kind === "forward" ? answer.action.groups : [];
  return [
    ...(admission.verdict === "unknown"
      ? [`whether the security groups admit the connection cannot be said: ${admission.reason}`]
      : []),
    ...unsure.map((rule) => `${placeOf(rule)} might answer instead`),
    ...(loose === 0 ? [] : [`${counted(loose, "rule")} could not be linked to a listener and might answer`]),
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
