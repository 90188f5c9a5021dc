import { serverGroups } from "../application-groups";
import type { Defect } from "../defect";
import { outOfRange, type Range } from "../whole-number";

/** A threshold of healthy targets is at least one of them, and at most all. */
export const targetGroupHealthOutOfRange: Defect = {
  id: "target-group-health-out-of-range",
  severity: "error",
  facts: ["N68", "N69", "TF32"],
  find: (subject) => outOfRange(subject, serverGroups(subject), ranges),
};

const ranges: readonly Range[] = [
  threshold("dns_failover", "count"),
  threshold("dns_failover", "percentage"),
  threshold("unhealthy_state_routing", "count"),
  threshold("unhealthy_state_routing", "percentage"),
];

function threshold(action: "dns_failover" | "unhealthy_state_routing", unit: "count" | "percentage"): Range {
  const name = `minimum_healthy_targets_${unit}`;
  const canBeOff = action === "dns_failover" || unit === "percentage";
  return {
    argument: `${action} ${name}`,
    path: ["target_group_health", action, name],
    least: 1,
    most: unit === "percentage" ? 100 : 100_000,
    ...(canBeOff && { or: "off" }),
    fix: canBeOff
      ? "give the least that has to be healthy, or off"
      : "give the least number that has to be healthy",
  };
}
