import type { Defect } from "../defect";
import { known, quoted } from "../values";

const TYPES = ["ipv4", "dualstack", "dualstack-without-public-ipv4"];

/** There are three kinds of addresses that a load balancer may have. */
export const ipAddressTypeUnknown: Defect = {
  id: "ip-address-type-unknown",
  severity: "error",
  facts: ["N6", "TF9"],
  *find(subject) {
    for (const lb of subject.loadBalancers()) {
      const type = known(lb.ipAddressType);
      if (type === undefined || TYPES.includes(type)) continue;
      yield {
        at: lb,
        message: `ip_address_type must be ipv4, dualstack or dualstack-without-public-ipv4, got ${quoted(type)}`,
        fix: "use ipv4, or leave it out",
      };
    }
  },
};
