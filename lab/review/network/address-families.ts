import { ask, type Family } from "../../reach";
import { isUnknown, type LoadBalancer } from "../../topology";
import type { Comparison } from "../comparison";

/** Which addresses clients find where a load balancer has an `ip_address_type`; inside of its VPC IPv4 is always there. */
const FAMILIES: Readonly<Record<string, readonly Family[]>> = {
  ipv4: ["ipv4"],
  dualstack: ["ipv4", "ipv6"],
  "dualstack-without-public-ipv4": ["ipv6"],
};

type Typed = Pick<LoadBalancer, "ipAddressType">;

/** Families of which a load balancer has addresses before a change and none after it. */
export function lostFamilies(before: Typed, after: Typed): readonly Family[] {
  const [was, is] = [before, after].map(({ ipAddressType }) =>
    isUnknown(ipAddressType) ? undefined : FAMILIES[ipAddressType],
  );
  return is === undefined ? [] : (was ?? []).filter((family) => !is.includes(family));
}

/** Whether somebody may come to one of the listeners of a load balancer by a family today. */
export function isReached({ before }: Comparison, lb: LoadBalancer, family: Family): boolean {
  if (lb.internal !== false) return true;
  return before.listenersOf(lb).some(({ port }) => {
    if (isUnknown(port)) return true;
    const question = { from: "internet", to: lb.address, port, family };
    return ask(before.topology, question).verdict !== "no";
  });
}
