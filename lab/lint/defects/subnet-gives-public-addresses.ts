import type { Defect } from "../defect";
import { usedSubnets } from "../networks";
import { flagOf } from "../policy";

/** A load balancer needs no such subnet, and every server in it can be reached past it. */
export const subnetGivesPublicAddresses: Defect = {
  id: "subnet-gives-public-addresses",
  severity: "warning",
  facts: ["CKV_AWS_130", "AWS-0164", "EC2.15"],
  *find(subject) {
    for (const subnet of usedSubnets(subject)) {
      if (flagOf(subnet, ["map_public_ip_on_launch"], false) !== true) continue;
      yield {
        at: subnet,
        message: "map_public_ip_on_launch must be false, got true",
        fix: "remove map_public_ip_on_launch; a load balancer gets its addresses without it",
      };
    }
  },
};
