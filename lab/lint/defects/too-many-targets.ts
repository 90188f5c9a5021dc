import { follow, type Registration, type TargetGroup } from "../../topology";
import { applicationGroups } from "../application-groups";
import type { Defect, Flaw } from "../defect";
import { certainRegistrations } from "../registrations";
import type { Subject } from "../subject";
import { known } from "../values";

/** AWS counts the targets of a group, and those of all groups of a load balancer. */
export const tooManyTargets: Defect = {
  id: "too-many-targets",
  severity: "error",
  facts: ["N28", "N26"],
  *find(subject) {
    const { targetsPerTargetGroup, targetsPerLoadBalancer } = subject.quotas;
    const groups = applicationGroups(subject).filter(({ targetType }) => targetType !== "lambda");
    for (const group of groups)
      yield* judge(group, "a target group", countOf(subject, group), targetsPerTargetGroup);
    for (const lb of subject.loadBalancers()) {
      const counts = subject.groupsOf(lb).map((group) => countOf(subject, group));
      // One group that has too many by itself is said above.
      if (counts.some((count) => count > targetsPerTargetGroup)) continue;
      yield* judge(
        lb,
        "a load balancer",
        counts.reduce((sum, count) => sum + count, 0),
        targetsPerLoadBalancer,
      );
    }
  },
};

function* judge(at: Flaw["at"], what: string, count: number, most: number): Generator<Flaw> {
  if (count <= most) return;
  yield {
    at,
    message: `${what} must have at most ${most} targets, got at least ${count}`,
    fix: "spread them over more groups or load balancers, or ask AWS for more and say so",
  };
}

/** How many there are at least. */
function countOf(subject: Subject, group: TargetGroup): number {
  const registrations = new Map(
    certainRegistrations(subject, group).map((one) => [JSON.stringify([one.target, one.port]), one]),
  );
  return [...registrations.values()].reduce((sum, registration) => sum + leastOf(subject, registration), 0);
}

function leastOf(subject: Subject, { target }: Registration): number {
  const scaling = follow(subject.topology.autoScalingGroups, target);
  if (scaling !== undefined) return Math.max(0, known(scaling.minSize) ?? 0);
  // A container service starts as many as it likes.
  const type = "address" in target ? subject.resource(target.address)?.type : undefined;
  return type === "aws_ecs_service" ? 0 : 1;
}
