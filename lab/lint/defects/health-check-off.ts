import { serverGroups } from "../application-groups";
import type { Defect } from "../defect";

/** Only the health check of a function can be switched off. */
export const healthCheckOff: Defect = {
  id: "health-check-off",
  severity: "error",
  facts: ["H12", "TF29"],
  *find(subject) {
    for (const group of serverGroups(subject)) {
      if (group.healthCheck.enabled !== false) continue;
      yield {
        at: group,
        message: `health_check enabled must be true for a group of type ${group.targetType}, got false`,
        fix: "remove enabled; only groups of type lambda may do without",
      };
    }
  },
};
