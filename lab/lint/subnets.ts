import { follow, isUnknown, type Link, type LoadBalancer, type Subnet } from "../topology";
import type { Subject } from "./subject";
import { quoted } from "./values";
import { zoneMarkOf } from "./zones";

/** A subnet of a load balancer, and its zone where the input says it. */
export interface Placement {
  readonly subnet: Link;
  readonly zone: string | undefined;
}

/** The subnets of a load balancer, each once; `undefined`: nobody can say how many there are. */
export function placementsOf(subject: Subject, { subnets }: LoadBalancer): readonly Placement[] | undefined {
  if (isUnknown(subnets)) return undefined;
  const distinct = new Map(
    subnets.map((link, index) => [isUnknown(link) ? index : JSON.stringify(link), link]),
  );
  return [...distinct.values()].map((subnet) => ({ subnet, zone: zoneMarkOf(subject, subnet) }));
}

/** Those subnets of a load balancer that the input describes. */
export function describedSubnets(subject: Subject, { subnets }: LoadBalancer): readonly Subnet[] {
  if (isUnknown(subnets)) return [];
  return subnets.flatMap((link) => follow(subject.topology.subnets, link) ?? []);
}

/** A link as messages show it. */
export function shownLink(link: Link): string {
  if (isUnknown(link)) return "one that is not known yet";
  return "address" in link ? link.address : quoted(link.external);
}
