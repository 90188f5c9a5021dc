import { serverGroups } from "../application-groups";
import type { Defect } from "../defect";
import { known, quoted } from "../values";

/** A group uses the targets of other zones, does not, or does as its load balancer. */
export const crossZoneUnknown: Defect = {
  id: "cross-zone-unknown",
  severity: "error",
  facts: ["N63", "S9", "TF27"],
  *find(subject) {
    for (const group of serverGroups(subject)) {
      const value = known(group.attributes.crossZone);
      if (value === undefined || ["true", "false", "use_load_balancer_configuration"].includes(value))
        continue;
      yield {
        at: group,
        message: `load_balancing_cross_zone_enabled must be true, false or use_load_balancer_configuration, got ${quoted(value)}`,
        fix: "write true or false, or leave it out",
      };
    }
  },
};
