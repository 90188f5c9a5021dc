import { isUnknown, type Knowable, type TargetGroup } from "../../topology";
import { serverGroups } from "../application-groups";
import type { Defect, Flaw } from "../defect";
import type { Subject } from "../subject";

/** A zone leaves DNS no later than requests go to targets that are not healthy. */
export const targetGroupHealthOrder: Defect = {
  id: "target-group-health-order",
  severity: "error",
  facts: ["H75", "N68", "N69", "TF32"],
  *find(subject) {
    for (const group of serverGroups(subject)) {
      yield* judge(subject, group, "count");
      yield* judge(subject, group, "percentage");
    }
  },
};

function* judge(subject: Subject, group: TargetGroup, unit: "count" | "percentage"): Generator<Flaw> {
  const { dnsFailover, unhealthyStateRouting } = group.attributes;
  const dns = numberIn(dnsFailover[unit]);
  const routing = numberIn(unhealthyStateRouting[unit]);
  if (dns === undefined || routing === undefined || dns >= routing) return;
  yield {
    at: group,
    message:
      `dns_failover minimum_healthy_targets_${unit} must be at least that of unhealthy_state_routing, ` +
      `got ${dns} and ${routing}`,
    fix: "raise the first or lower the second; without its block dns_failover has a count of 1",
    // Sources disagree on the threshold that counts where none is written.
    ...(!isWritten(subject, group, unit) && { severity: "warning" }),
  };
}

function numberIn(value: Knowable<number | "off">): number | undefined {
  return isUnknown(value) || value === "off" ? undefined : value;
}

function isWritten(subject: Subject, { address }: TargetGroup, unit: string): boolean {
  const path = ["target_group_health", "dns_failover", `minimum_healthy_targets_${unit}`];
  return (subject.resource(address)?.value(...path) ?? undefined) !== undefined;
}
