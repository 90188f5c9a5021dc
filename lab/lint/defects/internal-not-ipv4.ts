import type { Defect } from "../defect";
import { known } from "../values";

/** The API's reference lets internal load balancers have IPv4 only. */
export const internalNotIpv4: Defect = {
  id: "internal-not-ipv4",
  severity: "error",
  facts: ["N6", "N55"],
  *find(subject) {
    for (const lb of subject.loadBalancers()) {
      const type = known(lb.ipAddressType);
      if (known(lb.internal) !== true || type === undefined) continue;
      if (type !== "dualstack" && type !== "dualstack-without-public-ipv4") continue;
      yield {
        at: lb,
        message: `ip_address_type must be ipv4 where internal is true, got ${type}`,
        fix: "drop ip_address_type or internal",
        // an attribute for internal ones with IPv6 speaks against the reference
        ...(type === "dualstack" && { severity: "warning" }),
      };
    }
  },
};
