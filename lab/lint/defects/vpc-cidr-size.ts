import { networkOf } from "../cidr";
import type { Defect } from "../defect";
import { vpcBlocks } from "../vpc-blocks";

/** A VPC is /16 to /28. */
export const vpcCidrSize: Defect = {
  id: "vpc-cidr-size",
  severity: "error",
  facts: ["N12", "B52"],
  *find(subject) {
    for (const { resource, cidr } of vpcBlocks(subject)) {
      const prefix = networkOf(cidr)?.prefix;
      if (prefix === undefined || (prefix >= 16 && prefix <= 28)) continue;
      yield {
        at: resource,
        message: `cidr_block must be /16 to /28, got /${prefix}`,
        fix: "use a private /16, such as 10.0.0.0/16",
      };
    }
  },
};
