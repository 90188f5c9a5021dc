import type { Family } from "../../reach";
import type { LoadBalancer } from "../../topology";
import type { Comparison } from "../comparison";
import { isReached, lostFamilies } from "../network/address-families";
import type { Hazard, Risk } from "../risk";

/** A load balancer no longer has addresses of IPv6, or public ones of IPv4. */
export const ipAddressTypeNarrowed: Risk = {
  id: "ip-address-type-narrowed",
  level: "drops-traffic",
  facts: ["N6"],
  rank: 10,
  *find(comparison) {
    for (const { before, after, kind } of comparison.pairs("loadBalancers")) {
      if (kind !== "update" || comparison.before.listenersOf(before).length === 0) continue;
      for (const family of lostFamilies(before, after)) yield lost(comparison, before, after, family);
    }
  },
};

function lost(comparison: Comparison, before: LoadBalancer, after: LoadBalancer, family: Family): Hazard {
  const [name, record] = family === "ipv4" ? ["IPv4", "A"] : ["IPv6", "AAAA"];
  const balancer = comparison.labels.after.to(after);
  const isUsed = isReached(comparison, before, family);
  return {
    at: after,
    ...(!isUsed && { level: "needs-care" }),
    message: `takes the ${name} addresses of ${balancer} away: ip_address_type ${before.ipAddressType} -> ${after.ipAddressType}`,
    course: [
      `Terraform sets the type in place; AWS takes the ${name} addresses out of the name of the load balancer and away from it`,
      isUsed
        ? `clients that know one of them still go there and are not answered, until they ask DNS again; those that have ${name} only do not come back`
        : `no rule or route lets clients in over ${name} today, so none is lost that is answered now`,
      `an ${record} record that leads to it has nothing to answer with`,
    ],
    fix: `keep ${before.ipAddressType} unless the access log shows that nobody comes over ${name}; take ${record} records away first`,
  };
}
