import { isUnknown, type Subnet, type Vpc } from "../../topology";
import { contains, type Network, networkOf } from "../cidr";
import type { Defect } from "../defect";
import { leadsTo, type Subject } from "../subject";
import { known, quoted } from "../values";
import { isThereAlready } from "../vpcs";

/** Addresses of a subnet are some of its VPC's. */
export const subnetOutsideVpc: Defect = {
  id: "subnet-outside-vpc",
  severity: "error",
  facts: ["N12", "B55"],
  *find(subject) {
    for (const vpc of subject.topology.vpcs) {
      const blocks = blocksOf(subject, vpc);
      if (blocks === undefined) continue;
      for (const subnet of subject.topology.subnets.filter((one) => leadsTo(one.vpc, vpc))) {
        if (subject.isLookedUp(subnet) || !isOutside(subnet, blocks)) continue;
        yield {
          at: subnet,
          message: `cidr_block must lie in ${shown(vpc)} of ${vpc.address}, got ${shown(subnet)}`,
          fix: "choose a part of the VPC's network, or add this one to the VPC",
        };
      }
    }
  },
};

function isOutside({ cidr }: Subnet, blocks: readonly Network[]): boolean {
  const network = isUnknown(cidr) ? undefined : networkOf(cidr);
  return network !== undefined && !blocks.some((block) => contains(block, network));
}

function shown({ cidr }: Subnet | Vpc): string {
  return quoted(known(cidr) ?? "");
}

/** All blocks of a VPC that is made here; `undefined`: there may be more of them. */
function blocksOf(subject: Subject, vpc: Vpc): readonly Network[] | undefined {
  if (subject.isLookedUp(vpc) || isThereAlready(subject, vpc)) return undefined;
  const added = subject.resources("aws_vpc_ipv4_cidr_block_association").filter((association) => {
    const link = association.link("vpc_id");
    return link === undefined || isUnknown(link) || leadsTo(link, vpc);
  });
  const cidrs = [known(vpc.cidr), ...added.map((association) => association.value("cidr_block"))];
  const blocks = cidrs.map((cidr) => (typeof cidr === "string" ? networkOf(cidr) : undefined));
  return blocks.every((block) => block !== undefined) ? blocks : undefined;
}
