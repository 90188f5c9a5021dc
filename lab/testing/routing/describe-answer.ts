import type { ActionReport, GroupReport, RequestReport, RuleReport } from "../../alb";
import { follow, listed, placeOf, type Topology } from "../../topology";
import { labelOfGroup } from "../targets/find-group";
import { shown } from "../words";

/** What happens to a request: `aws_lb_listener_rule.api (priority 10) forwards it to api`. */
export function describeAnswer({ answer, problem }: RequestReport, topology: Topology): string {
  if (answer === null) return problem ?? "nothing answers";
  const { rule, action } = answer;
  const who = rule.priority === "default" ? "the default action" : `${placeOf(rule)}${priorityOf(rule)}`;
  const told = `${who} ${describeAction(action, topology)}`;
  return problem === null ? told : `${told}, but ${problem}`;
}

function priorityOf({ priority }: { readonly priority: unknown }): string {
  return typeof priority === "number" ? ` (priority ${priority})` : "";
}

function describeAction(action: ActionReport, topology: Topology): string {
  if (action.kind === "unknown") return `does what is not known: ${action.reason}`;
  if (action.kind === "forward") return `forwards it to ${describeGroups(action.groups, topology)}`;
  const { status, location, body } = action;
  if (location !== undefined) return `redirects it to ${location} (${status})`;
  return `answers ${status}${body === undefined || body === "" ? "" : ` ${shown(body)}`}`;
}

function describeGroups(groups: readonly GroupReport[], topology: Topology): string {
  const labels = groups.map(({ address, name }) => {
    const group = address === undefined ? undefined : follow(topology.targetGroups, { address });
    return group === undefined ? name : labelOfGroup(topology, group);
  });
  if (groups.length === 1) return labels.join();
  return listed(groups.map(({ share }, index) => `${labels[index]} (${percent(share)})`));
}

export function percent(share: number | undefined): string {
  return share === undefined ? "a share that is not known" : `${Math.round(share * 10) / 10} %`;
}

/** Why the rule that comes closest does not answer; undefined: no other rule comes close. */
export function describeNearMiss(
  { rules }: RequestReport,
  wanted: (rule: RuleReport) => boolean,
): string | undefined {
  const others = rules.filter(({ answers, verdict }) => !answers && verdict === "no");
  const near = others.find(wanted) ?? others.find(isNear);
  if (near === undefined) {
    const shadowed = rules.find(
      (rule) => !rule.answers && !rule.isTried && rule.verdict === "yes" && wanted(rule),
    );
    return shadowed && `${placeOf(shadowed)}${priorityOf(shadowed)} would, but comes later`;
  }
  const missed = near.conditions.filter(({ verdict }) => verdict === "no").map(({ text }) => text);
  return `${placeOf(near)}${priorityOf(near)} does not answer: ${missed.join("; ")}`;
}

/** All but one condition hold, and that one almost does. */
function isNear({ conditions }: RuleReport): boolean {
  const [missed, ...others] = conditions.filter(({ verdict }) => verdict === "no");
  return others.length === 0 && missed?.nearMiss !== undefined;
}
