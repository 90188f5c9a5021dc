import { serverGroups } from "../application-groups";
import type { Defect } from "../defect";

/** A client can only stay with a target that every node of the load balancer uses. */
export const stickinessNeedsCrossZone: Defect = {
  id: "stickiness-needs-cross-zone",
  severity: "error",
  facts: ["S10", "N63", "TF27"],
  *find(subject) {
    for (const group of serverGroups(subject)) {
      const { crossZone, stickiness } = group.attributes;
      if (crossZone !== "false" || stickiness.enabled !== true) continue;
      yield {
        at: group,
        message: "stickiness must be off with load_balancing_cross_zone_enabled false, got on",
        fix: "drop one of the two; a stickiness block without enabled is on",
      };
    }
  },
};
