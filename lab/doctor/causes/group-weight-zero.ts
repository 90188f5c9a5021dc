import { isUnknown, type TargetGroup } from "../../topology";
import type { Case } from "../case";
import type { Cause } from "../cause";
import { known } from "../words";

/** Fewer requests than this may all have gone elsewhere by their paths. */
const FEWEST_REQUESTS = 4;

/** A group has weight 0 wherever it is forwarded to: its targets are healthy and get no requests. */
export const groupWeightZero: Cause = {
  id: "group-weight-zero",
  kind: "wanted",
  facts: ["R46", "R50"],
  rank: 20,
  *find(one) {
    if (one.requests.length < FEWEST_REQUESTS) return;
    for (const group of one.links.targetGroups()) {
      const uses = one.links.usesOf(group);
      if (uses.length === 0 || uses.some((use) => weightIn(use, group) !== 0)) continue;
      const names = new Set(one.targets.filter((target) => target.group === group).map(({ name }) => name));
      if (names.size === 0 || one.requests.some(({ targetName = "" }) => names.has(targetName))) continue;
      yield {
        about: [one.about("target group", group)],
        certainty: "certain",
        seen: [
          `none of its targets answered one of the last ${one.requests.length} requests`,
          "its weight is 0 wherever it is forwarded to",
        ],
        cause: "the target group has weight 0, so none of its targets gets a request",
        fix: `raise the weight of ${one.place(group)} in the forward action`,
      };
    }
  },
};

type Use = ReturnType<Case["links"]["usesOf"]>[number];

/** The greatest weight that one place gives to a group; not a number where it is not known. */
function weightIn({ rule, listener }: Use, group: TargetGroup): number {
  const actions = known(rule?.actions ?? listener?.defaultActions) ?? [];
  const weights = actions.flatMap((action) => {
    if (isUnknown(action) || action.kind !== "forward" || isUnknown(action.groups)) return [];
    return action.groups
      .filter((each) => "address" in each.group && each.group.address === group.address)
      .map(({ weight }) => known(weight) ?? Number.NaN);
  });
  return weights.length === 0 ? Number.NaN : Math.max(...weights);
}
