import { isUnknown, type TargetGroup } from "../../topology";
import { serverGroups } from "../application-groups";
import { contains, type Network, networkOf } from "../cidr";
import type { Defect } from "../defect";
import { isIpv4 } from "../ip-address";
import type { Subject } from "../subject";
import { quoted } from "../values";
import { vpcBlocks } from "../vpc-blocks";
import { isOwnVpc } from "../vpcs";

/** Targets are in the VPC or behind it: a load balancer sends nothing to the internet. */
export const targetIpPublic: Defect = {
  id: "target-ip-public",
  severity: "error",
  facts: ["N7", "TF40"],
  *find(subject) {
    for (const group of serverGroups(subject)) {
      if (group.targetType !== "ip") continue;
      for (const registration of subject.registrationsOf(group)) {
        const { target } = registration;
        if (!("external" in target) || !isIpv4(target.external)) continue;
        const address = networkOf(`${target.external}/32`);
        if (address === undefined || isWithin(address, PRIVATE) || isWithin(address, blocksHere(subject)))
          continue;
        yield {
          at: registration,
          message: `target_id must be a private address or one of the VPC, got ${quoted(target.external)}`,
          fix: "register the private address; something on the internet is not reached by a load balancer",
          // A VPC that is not declared here may have public blocks of its own.
          ...(!isDeclared(subject, group) && { severity: "warning" }),
        };
      }
    }
  },
};

const PRIVATE = ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10"];

function isWithin(address: Network, blocks: readonly string[]): boolean {
  return blocks.some((block) => {
    const network = networkOf(block);
    return network !== undefined && contains(network, address);
  });
}

function blocksHere(subject: Subject): readonly string[] {
  return vpcBlocks(subject).map(({ cidr }) => cidr);
}

function isDeclared(subject: Subject, { vpc }: TargetGroup): boolean {
  if (vpc === undefined || isUnknown(vpc) || !isOwnVpc(subject, vpc)) return false;
  return subject
    .resources("aws_vpc", "aws_vpc_ipv4_cidr_block_association")
    .every((resource) => typeof resource.value("cidr_block") === "string");
}
