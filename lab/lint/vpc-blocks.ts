import type { Resource } from "../topology";
import type { Subject } from "./subject";

/** An IPv4 block of a VPC and where it is written: in the VPC, or in an association that adds it. */
export interface VpcBlock {
  readonly resource: Resource;
  readonly cidr: string;
}

/** Every IPv4 block of the VPCs that are declared here, where it is known. */
export function vpcBlocks(subject: Subject): readonly VpcBlock[] {
  return subject.resources("aws_vpc", "aws_vpc_ipv4_cidr_block_association").flatMap((resource) => {
    const cidr = resource.value("cidr_block");
    return typeof cidr === "string" && cidr !== "" ? [{ resource, cidr }] : [];
  });
}
