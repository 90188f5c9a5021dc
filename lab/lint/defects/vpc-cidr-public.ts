import { contains, networkOf } from "../cidr";
import type { Defect } from "../defect";
import { quoted } from "../values";
import { vpcBlocks } from "../vpc-blocks";

const PRIVATE = ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10"].map(networkOf);

/** Addresses of a VPC hide those of the internet. */
export const vpcCidrPublic: Defect = {
  id: "vpc-cidr-public",
  severity: "warning",
  facts: ["B53"],
  *find(subject) {
    for (const { resource, cidr } of vpcBlocks(subject)) {
      const network = networkOf(cidr);
      if (network === undefined || PRIVATE.some((range) => range && contains(range, network))) continue;
      yield {
        at: resource,
        message: `cidr_block must be private (RFC 1918 or 100.64.0.0/10), got ${quoted(cidr)}`,
        fix: "use a private network, such as 10.0.0.0/16",
      };
    }
  },
};
