import { follow, isUnknown, type Knowable, type Link, type SecurityGroup, type Subnet } from "../../topology";
import type { Defect } from "../defect";
import type { Subject } from "../subject";
import { describedSubnets, shownLink } from "../subnets";
import { areDifferentVpcs, isOwnVpc } from "../vpcs";

interface Owner {
  readonly address: string;
  readonly securityGroups: Knowable<readonly Link[]>;
}

/** A security group serves in its own VPC. */
export const securityGroupOfAnotherVpc: Defect = {
  id: "security-group-of-another-vpc",
  severity: "error",
  facts: ["N7", "TF5"],
  *find(subject) {
    for (const [owner, subnet] of ownersOf(subject)) {
      if (subnet === undefined) continue;
      for (const group of describedGroups(subject, owner).filter((one) =>
        isElsewhere(subject, one, subnet),
      )) {
        const where = group.vpc === undefined ? "the default VPC" : shownLink(group.vpc);
        yield {
          at: owner,
          message: `security groups must be of ${shownLink(subnet.vpc)} as its subnets, got ${group.address} of ${where}`,
          fix: group.vpc === undefined ? `set vpc_id of ${group.address}` : "name a group of the same VPC",
        };
      }
    }
  },
};

function describedGroups(subject: Subject, { securityGroups }: Owner): readonly SecurityGroup[] {
  if (isUnknown(securityGroups)) return [];
  return securityGroups.flatMap((link) => follow(subject.topology.securityGroups, link) ?? []);
}

function ownersOf(subject: Subject): readonly (readonly [Owner, Subnet | undefined])[] {
  const { instances, subnets } = subject.topology;
  const own = instances.filter((instance) => !subject.isLookedUp(instance));
  return [
    ...subject.loadBalancers().map((lb) => [lb, describedSubnets(subject, lb)[0]] as const),
    ...own.map((instance) => [instance, follow(subnets, instance.subnet)] as const),
  ];
}

/** A group that names no VPC is made in the default one. */
function isElsewhere(subject: Subject, group: SecurityGroup, { vpc }: Subnet): boolean {
  if (group.vpc !== undefined) return areDifferentVpcs(subject, group.vpc, vpc);
  return group.type === "aws_security_group" && !subject.isLookedUp(group) && isOwnVpc(subject, vpc);
}
