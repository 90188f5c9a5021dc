import { serverGroups } from "../application-groups";
import type { Defect } from "../defect";
import { known } from "../values";

/** The share of a new target can only rise where targets take turns. */
export const slowStartNeedsRoundRobin: Defect = {
  id: "slow-start-needs-round-robin",
  severity: "error",
  facts: ["S5", "N64", "TF26"],
  *find(subject) {
    for (const { attributes, ...group } of serverGroups(subject)) {
      const algorithm = known(attributes.algorithm);
      const seconds = known(attributes.slowStartSeconds);
      if (algorithm !== "least_outstanding_requests" && algorithm !== "weighted_random") continue;
      if (seconds === undefined || seconds === 0) continue;
      yield {
        at: group,
        message: `slow_start must be 0 with load_balancing_algorithm_type ${algorithm}, got ${seconds}`,
        fix: "use round_robin or drop the slow start",
      };
    }
  },
};
