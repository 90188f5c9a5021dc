import { networkOf } from "../cidr";
import type { Defect } from "../defect";
import { describedSubnets } from "../subnets";
import { known, quoted } from "../values";

/** A load balancer needs room in its subnets for the addresses that it adds under load. */
export const subnetTooSmall: Defect = {
  id: "subnet-too-small",
  severity: "warning",
  facts: ["N4"],
  *find(subject) {
    for (const subnet of subject.loadBalancers().flatMap((lb) => describedSubnets(subject, lb))) {
      const cidr = known(subnet.cidr);
      // smaller ones than /28 are no subnets at all
      if (cidr === undefined || networkOf(cidr)?.prefix !== 28 || subject.isLookedUp(subnet)) continue;
      yield {
        at: subnet,
        message: `cidr_block must be /27 or larger for a load balancer, got ${quoted(cidr)}`,
        fix: "make the subnet larger, so that the load balancer can grow",
      };
    }
  },
};
