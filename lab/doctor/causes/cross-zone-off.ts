import type { Cause } from "../cause";
import { isServing } from "../target";
import { oneSidedGroups, trafficOf } from "../traffic";
import { known } from "../words";

/** Each zone's node asks the targets of its own zone only. */
export const crossZoneOff: Cause = {
  id: "cross-zone-off",
  kind: "wanted",
  facts: ["S9", "S11", "H76"],
  rank: 21,
  *find(one) {
    for (const members of oneSidedGroups(one)) {
      const [first] = members;
      const group = first?.group;
      if (first === undefined || group === undefined) continue;
      if (known(group.attributes.crossZone) !== "false") continue;
      const zones = new Set(members.filter(isServing).map(({ seen }) => seen?.zone));
      if (zones.size < 2) continue;
      const { answers, names } = trafficOf(one, first);
      yield {
        about: [one.about("target group", group)],
        certainty: "likely",
        seen: [
          `${[...names].join()} alone answered the last ${answers} requests, and its fellows are in other zones`,
        ],
        cause:
          "cross-zone load balancing is off: a client gets the targets of the zone whose address it asks",
        fix: `set load_balancing_cross_zone_enabled of ${one.place(group)} to "true"`,
        explains: ["uneven-by-algorithm"],
      };
    }
  },
};
