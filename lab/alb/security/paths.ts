import {
  follow,
  isKnown,
  isUnknown,
  type Knowable,
  type Link,
  type Listener,
  type LoadBalancer,
  type Topology,
} from "../../topology";
import { type Admission, admits, type Party } from "./admission";

/** Who a target is, as far as security groups are concerned. */
export interface TargetInterface {
  /** Absent: an address without groups that we know of, such as an `ip` target. */
  readonly securityGroups?: Knowable<readonly Link[]>;
  /** Its address as a block, such as `10.0.1.7/32`, or the block of its subnet. */
  readonly cidrs: readonly string[];
}

/** One end of the way from load balancer to target that is shut, or nobody can say. */
export interface Obstacle {
  readonly at: "load balancer egress" | "target ingress";
  readonly admission: Exclude<Admission, { verdict: "yes" }>;
}

/** Whether a client, or anybody at all, may reach the port of a listener (U31). */
export function listenerAdmission(
  topology: Topology,
  lb: LoadBalancer,
  listener: Listener,
  client: Party = "anybody",
): Admission {
  const { port } = listener;
  if (isUnknown(port)) return { verdict: "unknown", reason: `port: ${port.unknown}` };
  return judge(topology, lb.securityGroups, "ingress", port, client);
}

/** What is in the way from the load balancer to a port of a target: its own egress first, then the target's ingress (U6, U7). */
export function obstacleToTarget(
  topology: Topology,
  lb: LoadBalancer,
  target: TargetInterface,
  port: number,
): Obstacle | undefined {
  const out = egressToTarget(topology, lb, target, port);
  if (out.verdict === "no") return { at: "load balancer egress", admission: out };
  const admitted = target.securityGroups ? targetAdmission(topology, lb, target, port) : undefined;
  if (admitted && admitted.verdict !== "yes") return { at: "target ingress", admission: admitted };
  return out.verdict === "unknown" ? { at: "load balancer egress", admission: out } : undefined;
}

/** Whether the load balancer's own groups let it out to a port of a target (U7). */
export function egressToTarget(
  topology: Topology,
  lb: LoadBalancer,
  target: TargetInterface,
  port: number,
): Admission {
  const there: Party = { securityGroups: linksOrDoubt(target.securityGroups), cidrs: target.cidrs };
  return judge(topology, lb.securityGroups, "egress", port, there);
}

/** Whether a target's groups admit the load balancer to a port (U6); unknown where it has none that we know of. */
export function targetAdmission(
  topology: Topology,
  lb: LoadBalancer,
  { securityGroups }: TargetInterface,
  port: number,
): Admission {
  if (securityGroups === undefined) return { verdict: "unknown", reason: "no security group is known" };
  const back: Party = { securityGroups: linksOrDoubt(lb.securityGroups), cidrs: subnetBlocks(topology, lb) };
  return judge(topology, securityGroups, "ingress", port, back);
}

/** A group that is declared elsewhere may admit anything: it leaves a doubt where the others do not admit. */
function judge(
  topology: Topology,
  links: Knowable<readonly Link[]>,
  direction: "ingress" | "egress",
  port: number,
  party: Party,
): Admission {
  if (isUnknown(links)) return { verdict: "unknown", reason: `security groups: ${links.unknown}` };
  if (links.length === 0)
    return { verdict: "unknown", reason: "no security group is set, so the VPC's default one counts" };
  const groups = links.map((link) => follow(topology.securityGroups, link));
  const admission = admits(
    groups.filter((group) => group !== undefined),
    direction,
    port,
    party,
  );
  const elsewhere = links.find((_, index) => groups[index] === undefined);
  if (admission.verdict === "yes" || elsewhere === undefined) return admission;
  return { verdict: "unknown", reason: `security group ${describe(elsewhere)} is not declared here` };
}

function describe(link: Link): string {
  if ("address" in link) return link.address;
  return "external" in link ? link.external : `(${link.unknown})`;
}

function knownLinks(links: Knowable<readonly Link[]> | undefined): readonly Link[] {
  return links !== undefined && isKnown(links) ? links : [];
}

/** Groups that are not known may be any. */
function linksOrDoubt(links: Knowable<readonly Link[]> | undefined): readonly Link[] {
  if (links === undefined) return [{ unknown: "no security group is known" }];
  return isUnknown(links) ? [links] : links;
}

function subnetBlocks(topology: Topology, lb: LoadBalancer): readonly string[] {
  return knownLinks(lb.subnets).flatMap((link) => {
    const cidr = follow(topology.subnets, link)?.cidr;
    return cidr !== undefined && isKnown(cidr) ? [cidr] : [];
  });
}
