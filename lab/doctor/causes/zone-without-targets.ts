import { isUnknown, type TargetGroup } from "../../topology";
import type { Case } from "../case";
import type { Cause } from "../cause";
import { answersLine, ownAnswers } from "../traffic";
import { known, listed } from "../words";

/** No node may ask targets of other zones, and a zone of the load balancer has none of its own. */
export const zoneWithoutTargets: Cause = {
  id: "zone-without-targets",
  kind: "broken",
  facts: ["S9", "E503", "H79"],
  rank: 21,
  *find(one) {
    const answers = ownAnswers(one, 503);
    if (answers.length === 0) return;
    for (const group of one.links.targetGroups()) {
      if (known(group.attributes.crossZone) !== "false") continue;
      const empty = emptyZones(one, group);
      if (empty.length === 0) continue;
      yield {
        about: [one.about("target group", group)],
        certainty: "likely",
        seen: [`none of its targets is in ${listed(empty)}`, answersLine(one, answers)],
        cause: `cross-zone load balancing is off, and the node in ${listed(empty)} has no target to ask, so it answers 503`,
        fix: `set load_balancing_cross_zone_enabled of ${one.place(group)} to "true", or register a target in ${listed(empty)}`,
        explains: ["no-rule-matches"],
      };
    }
  },
};

/** Zones of its load balancers in which none of its targets is; none where a zone is not known. */
function emptyZones({ links, targets }: Case, group: TargetGroup): readonly string[] {
  const enabled = links.loadBalancersOf(group).flatMap(({ zones }) => (isUnknown(zones) ? [zones] : zones));
  const registered = targets.filter((target) => target.group === group && target.seen?.state !== "draining");
  const taken = registered.map(({ seen }) => seen?.zone);
  if (taken.length === 0 || taken.includes(undefined)) return [];
  return [...new Set(enabled.some(isUnknown) ? [] : enabled)].flatMap((zone) =>
    typeof zone === "string" && !taken.includes(zone) ? [zone] : [],
  );
}
