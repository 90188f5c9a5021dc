import type { Defect } from "../defect";
import { describedSubnets, shownLink } from "../subnets";
import { areDifferentVpcs } from "../vpcs";

/** A load balancer stands in one VPC. */
export const subnetsOfTwoVpcs: Defect = {
  id: "subnets-of-two-vpcs",
  severity: "error",
  facts: ["N3", "TF6"],
  *find(subject) {
    for (const lb of subject.loadBalancers()) {
      const [first, ...others] = describedSubnets(subject, lb);
      const stranger = others.find(({ vpc }) => areDifferentVpcs(subject, first?.vpc, vpc));
      if (first === undefined || stranger === undefined) continue;
      const [one, other] = [first, stranger].map(({ address, vpc }) => `${address} of ${shownLink(vpc)}`);
      yield {
        at: lb,
        message: `subnets must be of one VPC, got ${one} and ${other}`,
        fix: "keep the subnets of one VPC, and give the other one a load balancer of its own",
      };
    }
  },
};
