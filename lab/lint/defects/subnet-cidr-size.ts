import { networkOf } from "../cidr";
import type { Defect } from "../defect";
import { known } from "../values";

/** A subnet is /16 to /28. */
export const subnetCidrSize: Defect = {
  id: "subnet-cidr-size",
  severity: "error",
  facts: ["N12", "B55"],
  *find(subject) {
    for (const subnet of subject.topology.subnets) {
      const cidr = known(subnet.cidr);
      const network = cidr === undefined ? undefined : networkOf(cidr);
      if (network === undefined || subject.isLookedUp(subnet)) continue;
      if (network.prefix >= 16 && network.prefix <= 28) continue;
      yield {
        at: subnet,
        message: `cidr_block must be /16 to /28, got /${network.prefix}`,
        fix: "use /27 or larger, which load balancers need",
      };
    }
  },
};
