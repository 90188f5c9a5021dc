import { serverGroups } from "../application-groups";
import type { Defect } from "../defect";
import { known, quoted } from "../values";

/** Targets are picked in turn, by their load or at random. */
export const algorithmUnknown: Defect = {
  id: "algorithm-unknown",
  severity: "error",
  facts: ["N61", "S1", "TF27"],
  *find(subject) {
    for (const group of serverGroups(subject)) {
      const value = known(group.attributes.algorithm);
      if (
        value === undefined ||
        ["round_robin", "least_outstanding_requests", "weighted_random"].includes(value)
      )
        continue;
      yield {
        at: group,
        message: `load_balancing_algorithm_type must be round_robin, least_outstanding_requests or weighted_random, got ${quoted(value)}`,
        fix: "take one of the three; round_robin is the default",
      };
    }
  },
};
