import type { LoadBalancer, Subnet, TargetGroup } from "../topology";
import type { Subject } from "./subject";
import { describedSubnets } from "./subnets";
import { areDifferentVpcs } from "./vpcs";

/** A load balancer that uses a target group, and its subnet in a VPC that is another than the group's for sure. */
export function userInAnotherVpc(
  subject: Subject,
  group: TargetGroup,
): { readonly lb: LoadBalancer; readonly subnet: Subnet } | undefined {
  for (const lb of subject.loadBalancersOf(group)) {
    const subnets = describedSubnets(subject, lb);
    const [subnet] = subnets;
    // One of two VPCs is another matter.
    const isElsewhere = subnets.every(({ vpc }) => areDifferentVpcs(subject, group.vpc, vpc));
    if (subnet !== undefined && isElsewhere) return { lb, subnet };
  }
  return undefined;
}
