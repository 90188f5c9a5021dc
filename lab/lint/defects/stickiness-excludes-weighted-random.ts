import { serverGroups } from "../application-groups";
import type { Defect } from "../defect";

/** A target is drawn for each request, or stays the same for a client. */
export const stickinessExcludesWeightedRandom: Defect = {
  id: "stickiness-excludes-weighted-random",
  severity: "error",
  facts: ["S5", "N61", "N65", "TF31"],
  *find(subject) {
    for (const group of serverGroups(subject)) {
      const { algorithm, stickiness } = group.attributes;
      if (algorithm !== "weighted_random" || stickiness.enabled !== true) continue;
      yield {
        at: group,
        message: "stickiness must be off with load_balancing_algorithm_type weighted_random, got on",
        fix: "use another algorithm or set enabled = false; a stickiness block without enabled is on",
      };
    }
  },
};
