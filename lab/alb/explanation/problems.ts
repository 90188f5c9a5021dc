import type { Admission, Party } from "../security/admission";
import { listenerAdmission } from "../security/paths";
import type { ListenerQuestion } from "./question";
import type { AnswerReport, GroupReport } from "./report";

/** What the security groups say about the client: an address somebody named, or anybody at all. */
export function admissionOf({ topology, loadBalancer, listener, asked }: ListenerQuestion): Admission {
  const { sourceIp, isSourceGiven } = asked;
  // an instance of the same VPC may have any security group: only addresses count for certain
  const securityGroups = [{ unknown: "whose address it is" }];
  const bits = sourceIp.includes(":") ? 128 : 32;
  const client: Party = isSourceGiven ? { securityGroups, cidrs: [`${sourceIp}/${bits}`] } : "anybody";
  return listenerAdmission(topology, loadBalancer, listener, client);
}

/** Why no connection comes about; null: as far as is known, one does. */
export function admissionProblem(question: ListenerQuestion): string | null {
  const { port, sourceIp, isSourceGiven } = question.asked;
  if (admissionOf(question).verdict !== "no") return null;
  const from = isSourceGiven ? ` from ${sourceIp}` : "";
  return `the connection times out: no rule of the load balancer's security groups admits port ${port}${from}`;
}

/** Why the client gets an error of the load balancer instead of an answer; null: it does not. */
export function answerProblem({ action }: AnswerReport): string | null {
  if (action.kind !== "forward") return null;
  const chosen = action.groups.filter(({ share }) => share !== 0);
  if (chosen.length === 0) return "the load balancer answers 503: every target group has weight 0";
  const problems = chosen.map(groupProblem);
  if (problems.includes(null)) return null;
  return `the load balancer answers ${[...new Set(problems)].join("; or ")}`;
}

/** Of a group that is declared in the input; of another one nothing is known. */
export function groupProblem({ address, name, targets, hasAllTargets }: GroupReport): string | null {
  if (address === undefined || !hasAllTargets) return null;
  if (targets.length === 0) return `503: no target is registered with ${name}`;
  const [blocked] = targets.map((target) => target.blocked);
  return targets.every((target) => target.blocked !== undefined) ? `504: ${blocked}` : null;
}
