import type { Resource } from "../../topology";
import type { Defect } from "../defect";
import { describedSubnets } from "../subnets";
import { known } from "../values";

const SOURCES = ["ipv6_cidr_block", "ipv6_ipam_pool_id", "ipv6_netmask_length", "ipv6_native"];

/** A load balancer takes its IPv6 addresses from its subnets. */
export const dualstackWithoutIpv6: Defect = {
  id: "dualstack-without-ipv6",
  severity: "error",
  facts: ["N6"],
  *find(subject) {
    for (const lb of subject.loadBalancers()) {
      const type = known(lb.ipAddressType);
      if (type !== "dualstack" && type !== "dualstack-without-public-ipv4") continue;
      const bare = describedSubnets(subject, lb).find(({ address }) => hasNoIpv6(subject.resource(address)));
      if (bare === undefined) continue;
      yield {
        at: lb,
        message: `subnets must have an IPv6 network where ip_address_type is ${type}, got ${bare.address} without one`,
        fix: "set ipv6_cidr_block of every subnet, and assign_generated_ipv6_cidr_block of the VPC",
      };
    }
  },
};

/** What is set may be empty, or 0 in a state. */
function hasNoIpv6(subnet: Resource | undefined): boolean {
  if (subnet?.type !== "aws_subnet" || subnet.mode !== "managed") return false;
  return SOURCES.every((name) => !subnet.value(name));
}
