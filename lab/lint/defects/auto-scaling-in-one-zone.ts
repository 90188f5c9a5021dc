import { isUnknown } from "../../topology";
import type { Defect } from "../defect";
import { servingGroups } from "../scaling-groups";
import { knownOf, quoted } from "../values";

/** A zone that fails takes every instance with it that is in no other. */
export const autoScalingInOneZone: Defect = {
  id: "auto-scaling-in-one-zone",
  severity: "warning",
  facts: ["AutoScaling.2"],
  *find(subject) {
    for (const { scaling } of servingGroups(subject)) {
      const zones = [...new Set(knownOf(scaling.zones))];
      const [only] = zones;
      const isCertain = !isUnknown(scaling.zones) && scaling.zones.every((zone) => !isUnknown(zone));
      if (!isCertain || zones.length !== 1 || only === undefined) continue;
      yield {
        at: scaling,
        message: `instances must be in two zones at least, got ${quoted(only)} only`,
        fix: "add a subnet of another zone of the load balancer to vpc_zone_identifier",
      };
    }
  },
};
