import type { Cause } from "../cause";
import { oneSidedGroups, trafficOf } from "../traffic";
import { known } from "../words";

/** Only round robin takes turns. */
export const unevenByAlgorithm: Cause = {
  id: "uneven-by-algorithm",
  kind: "wanted",
  facts: ["S1", "S3"],
  rank: 30,
  *find(one) {
    for (const [first] of oneSidedGroups(one)) {
      const group = first?.group;
      const algorithm = known(group?.attributes.algorithm);
      if (first === undefined || group === undefined || algorithm === undefined) continue;
      if (algorithm !== "least_outstanding_requests" && algorithm !== "weighted_random") continue;
      const { answers, names } = trafficOf(one, first);
      yield {
        about: [one.about("target group", group)],
        certainty: "possible",
        seen: [`${[...names].join()} alone answered the last ${answers} requests`],
        cause: `the algorithm is ${algorithm}, which does not take turns`,
        fix: `set load_balancing_algorithm_type of ${one.place(group)} to round_robin where servers shall alternate`,
      };
    }
  },
};
