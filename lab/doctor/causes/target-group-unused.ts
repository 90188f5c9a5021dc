import type { Case } from "../case";
import type { Cause } from "../cause";
import type { Target } from "../target";

/** No listener and no rule sends requests to the target group. */
export const targetGroupUnused: Cause = {
  id: "target-group-unused",
  kind: "broken",
  facts: ["U14", "H26", "H57"],
  rank: 20,
  *find(one) {
    for (const target of one.troubled) {
      const { seen } = target;
      const isCertain = isUnused(one, target);
      if (seen === undefined ? !isCertain : !isSaid(target)) continue;
      yield {
        targets: [target],
        certainty: isCertain ? "certain" : "likely",
        cause: "no listener and no rule forwards to the target group, so nobody asks its targets",
        fix: `add an aws_lb_listener or an aws_lb_listener_rule that forwards to ${one.placeOfGroup(target)}`,
      };
    }
  },
};

function isSaid({ seen }: Target): boolean {
  return seen?.reason === "Target.NotInUse" && !/Availability Zone/.test(seen.description ?? "");
}

/** Listeners of a group that is declared alone may be elsewhere. */
function isUnused({ links, topology }: Case, { group }: Target): boolean {
  if (group === undefined || topology.loadBalancers.length === 0) return false;
  return links.usesOf(group).length === 0 && !links.hasUnknownActions();
}
