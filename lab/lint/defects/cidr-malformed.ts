import { networkOf, writtenOf } from "../cidr";
import type { Defect } from "../defect";
import { quoted } from "../values";
import { vpcBlocks } from "../vpc-blocks";

/** Addresses of a VPC or of a subnet are a network in CIDR form, host bits zero. */
export const cidrMalformed: Defect = {
  id: "cidr-malformed",
  severity: "error",
  facts: ["N12", "B52"],
  *find(subject) {
    const subnets = subject.resources("aws_subnet").flatMap((resource) => {
      const cidr = resource.value("cidr_block");
      return typeof cidr === "string" && cidr !== "" ? [{ resource, cidr }] : [];
    });
    for (const { resource, cidr } of [...vpcBlocks(subject), ...subnets]) {
      const network = networkOf(cidr);
      if (network !== undefined && network.address === network.first) continue;
      yield {
        at: resource,
        message: `cidr_block must be an IPv4 network, got ${quoted(cidr)}`,
        fix: network ? `write ${writtenOf(network)}` : "write it as 10.0.0.0/16",
      };
    }
  },
};
