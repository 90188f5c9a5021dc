import {
  describeAction,
  describeCondition,
  follow,
  isUnknown,
  type ListenerRule,
  type Topology,
} from "../../topology";
import type { Cause } from "../cause";
import { known } from "../words";

/** A rule is declared, and the listener on AWS does not have it, or another one of its priority. */
export const driftRule: Cause = {
  id: "drift-rule",
  kind: "broken",
  facts: ["R4", "R5"],
  rank: 17,
  *find(one) {
    const { declared, deployed } = one.evidence;
    if (declared === undefined || deployed === undefined) return;
    if (deployed.rules.some(({ instances }) => instances)) return;
    for (const rule of declared.rules) {
      const port = portOf(rule, declared);
      const priority = known(rule.priority);
      if (port === undefined || priority === undefined) continue;
      const onPort = deployed.rules.filter((other) => portOf(other, deployed) === port);
      const other = onPort.find((candidate) => known(candidate.priority) === priority);
      if (!deployed.listeners.some((listener) => known(listener.port) === port)) continue;
      if (other !== undefined && saysTheSame(rule, other)) continue;
      const got = other === undefined ? "no rule of that priority" : `one where ${conditionsOf(other)}`;
      yield {
        about: [one.about("rule", rule)],
        certainty: "certain",
        seen: [
          `the input has priority ${priority} on port ${port} where ${conditionsOf(rule)}; AWS has ${got}`,
        ],
        cause: `the rule of priority ${priority} is not deployed as it is declared`,
        fix: `run terraform apply, which brings ${one.place(rule)} back`,
        explains: ["target-group-unused"],
      };
    }
  },
};

function portOf({ listener }: ListenerRule, { listeners }: Topology): number | undefined {
  return known(follow(listeners, listener)?.port);
}

/** Conditions in any order, and kinds of actions; where something is not known they may be the same. */
function saysTheSame(one: ListenerRule, other: ListenerRule): boolean {
  const [a, b] = [conditionsOf(one), conditionsOf(other)];
  const [does, did] = [actionsOf(one), actionsOf(other)];
  if (does !== undefined && did !== undefined && does !== did) return false;
  return a === b || [a, b].some((text) => text.includes("(known after apply)") || text === "");
}

function conditionsOf({ conditions }: ListenerRule): string {
  if (isUnknown(conditions)) return "";
  return conditions.map(describeCondition).sort().join(" and ");
}

function actionsOf({ actions }: ListenerRule): string | undefined {
  if (isUnknown(actions) || actions.some(isUnknown)) return undefined;
  return actions.map(describeAction).join();
}
