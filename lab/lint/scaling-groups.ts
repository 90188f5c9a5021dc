import { type AutoScalingGroup, follow, type Resource, type TargetGroup } from "../topology";
import { applicationGroups } from "./application-groups";
import type { Subject } from "./subject";

/** An auto scaling group whose instances get requests from a load balancer. */
export interface ServingGroup {
  readonly scaling: AutoScalingGroup;
  readonly resource: Resource;
  /** The target groups of application load balancers that it is registered in. */
  readonly groups: readonly TargetGroup[];
}

/** Those that are declared here and registered in target groups of application load balancers. */
export function servingGroups(subject: Subject): readonly ServingGroup[] {
  const byTarget = applicationGroups(subject).flatMap((group) =>
    subject.registrationsOf(group).flatMap(({ target }) => {
      const scaling = follow(subject.topology.autoScalingGroups, target);
      return scaling === undefined ? [] : [{ group, scaling }];
    }),
  );
  return subject.resources("aws_autoscaling_group").flatMap((resource) => {
    const own = byTarget.filter(({ scaling }) => scaling.address === resource.address);
    const [first] = own;
    const groups = [...new Set(own.map(({ group }) => group))];
    return first === undefined ? [] : [{ scaling: first.scaling, resource, groups }];
  });
}

/** What an auto scaling group believes about the health of its instances; `undefined`: not known. */
export function healthTypesOf({ resource }: ServingGroup): readonly string[] | undefined {
  const type = resource.value("health_check_type");
  if (type === undefined || type === null || type === "") return ["EC2"];
  return typeof type === "string" ? type.split(",").map((one) => one.trim()) : undefined;
}
