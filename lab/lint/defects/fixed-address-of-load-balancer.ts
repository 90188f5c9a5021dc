import { isUnknown } from "../../topology";
import type { Defect } from "../defect";

const ARGUMENTS = ["allocation_id", "private_ipv4_address", "ipv6_address"];

/** Only network load balancers take addresses of one's own. */
export const fixedAddressOfLoadBalancer: Defect = {
  id: "fixed-address-of-load-balancer",
  severity: "error",
  facts: ["TF6"],
  *find(subject) {
    for (const lb of subject.loadBalancers()) {
      const mappings = subject.resource(lb.address)?.blocks("subnet_mapping") ?? [];
      if (isUnknown(mappings)) continue;
      for (const name of ARGUMENTS) {
        // a reference to what is made at the same time is set, though nobody knows its value
        const isSet = mappings.some((mapping) => {
          const value = mapping.value(name);
          return (typeof value === "string" && value !== "") || isMade(mapping.link(name));
        });
        if (!isSet) continue;
        yield {
          at: lb,
          message: `subnet_mapping must not hold ${name} on an application load balancer, got one`,
          fix: "leave it out, or put a network load balancer in front",
        };
      }
    }
  },
};

function isMade(link: object | undefined): boolean {
  return link !== undefined && "address" in link;
}
