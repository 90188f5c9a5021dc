import type { Cause } from "../cause";
import { oneSidedGroups, trafficOf } from "../traffic";
import { known } from "../words";

/** A cookie sends a client to the same target again and again. */
export const stickinessOn: Cause = {
  id: "stickiness-on",
  kind: "wanted",
  facts: ["S20", "S21"],
  rank: 20,
  *find(one) {
    for (const [first, ...others] of oneSidedGroups(one)) {
      const group = first?.group;
      if (first === undefined || group === undefined) continue;
      if (known(group.attributes.stickiness.enabled) !== true) continue;
      const { answers, names } = trafficOf(one, first);
      yield {
        about: [one.about("target group", group)],
        certainty: "certain",
        seen: [
          `${[...names].join()} alone answered the last ${answers} requests, and ${others.length + 1} targets are healthy`,
        ],
        cause: "stickiness is on: a cookie sends a client to the same target again",
        fix: `set stickiness enabled of ${one.place(group)} to false, or ask without cookies`,
        explains: ["uneven-by-algorithm"],
      };
    }
  },
};
