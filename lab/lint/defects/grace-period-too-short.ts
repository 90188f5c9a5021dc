import { isUnknown, type Resource, type TargetGroup, type Value } from "../../topology";
import type { Defect } from "../defect";
import { healthTypesOf, servingGroups } from "../scaling-groups";
import { known } from "../values";
import { numberOf } from "../whole-number";

/** A new instance is left alone until the load balancer can have found it healthy. */
export const gracePeriodTooShort: Defect = {
  id: "grace-period-too-short",
  severity: "warning",
  facts: ["B45", "H35", "TF29"],
  *find(subject) {
    for (const serving of servingGroups(subject)) {
      const grace = graceOf(serving.resource);
      if (grace === undefined || !healthTypesOf(serving)?.includes("ELB")) continue;
      // A group without any grace is another matter.
      if (grace === 0) continue;
      const needed = Math.max(...serving.groups.map(timeToHealth));
      if (grace >= needed) continue;
      yield {
        at: serving.scaling,
        message: `health_check_grace_period must be at least healthy_threshold times interval, ${needed} seconds, and the start of a server, got ${grace}`,
        fix: "raise it to the time that a server needs to start and to become healthy",
      };
    }
  },
};

/** Seconds; the provider sends 300 where none is said. */
function graceOf(group: Resource): number | undefined {
  const value = group.value("health_check_grace_period");
  if (value === undefined || value === null || value === "") return 300;
  return isUnknown(value) ? undefined : numberOf(value as Value);
}

/** Seconds between the first probe and health, where it takes as many successes as the threshold says. */
function timeToHealth({ healthCheck: { enabled, healthyThreshold, intervalSeconds } }: TargetGroup): number {
  return enabled === true ? (known(healthyThreshold) ?? 0) * (known(intervalSeconds) ?? 0) : 0;
}
