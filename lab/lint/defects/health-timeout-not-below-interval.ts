import type { Defect } from "../defect";
import { known } from "../values";

/** A probe must be over before the next one starts. */
export const healthTimeoutNotBelowInterval: Defect = {
  id: "health-timeout-not-below-interval",
  severity: "error",
  facts: ["H11", "H4", "H5", "TF29", "B40", "B41"],
  *find(subject) {
    for (const group of subject.targetGroups()) {
      const intervalSeconds = known(group.healthCheck.intervalSeconds);
      const timeoutSeconds = known(group.healthCheck.timeoutSeconds);
      if (intervalSeconds === undefined || timeoutSeconds === undefined) continue;
      if (timeoutSeconds < intervalSeconds) continue;
      yield {
        at: group,
        message: `health_check timeout must be less than interval, got ${timeoutSeconds} and ${intervalSeconds}`,
        fix: "lower timeout or raise interval; a timeout that is not set is 5 seconds, 30 for functions",
      };
    }
  },
};
