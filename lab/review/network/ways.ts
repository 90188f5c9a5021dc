import { ask, type Family, type Step, type Verdict } from "../../reach";
import {
  type Element,
  follow,
  isUnknown,
  type Listener,
  type LoadBalancer,
  type Registration,
  type TargetGroup,
} from "../../topology";
import type { Comparison } from "../comparison";
import { serviceOf, wearerOf } from "../targets/services";
import { lostFamilies } from "./address-families";
import { touchedWays, type WayEnd } from "./touched-ways";

/** How requests, or health checks, get to one port, before and after. */
export interface WayPair {
  readonly at: Element;
  /** What people call who begins: `the internet`, or a load balancer. */
  readonly from: string;
  readonly to: string;
  readonly port: number;
  /** Only of ways from clients. */
  readonly family?: Family;
  readonly before: Judged;
  readonly after: Judged;
  readonly isHealthCheck: boolean;
}

interface Judged {
  readonly verdict: Verdict;
  readonly steps: readonly Step[];
}

/**
 * Ways to listeners and to targets that stay where they are, at the same port on both sides, as far as something on them
 * changes.
 */
export function waysOf(comparison: Comparison): readonly WayPair[] {
  const isTouched = touchedWays(comparison);
  return [...clientWays(comparison, isTouched), ...targetWays(comparison, isTouched)];
}

type IsTouched = ReturnType<typeof touchedWays>;

function clientWays(comparison: Comparison, isTouched: IsTouched): readonly WayPair[] {
  const listeners = listenersThatStay(comparison).filter(({ lb }) =>
    isTouched({ wearer: lb, direction: "ingress" }),
  );
  return listeners.flatMap(({ listener, had, lb, port }) =>
    familiesOf(had, lb).map((family): WayPair => {
      const judged = judge(comparison, { from: "internet", to: lb.address, port, family });
      const to = comparison.labels.after.to(lb);
      return { ...{ at: listener, from: "the internet", to, port, family }, ...judged, isHealthCheck: false };
    }),
  );
}

/** A family of which the load balancer itself loses its addresses is told as such. */
function familiesOf(had: LoadBalancer, lb: LoadBalancer): readonly Family[] {
  const lost = lostFamilies(had, lb);
  return (["ipv4", "ipv6"] as const).filter((family) => !lost.includes(family));
}

/** Listeners that keep their load balancer and their port. */
export function listenersThatStay(comparison: Comparison) {
  return comparison.pairs("listeners").flatMap(({ before, after }) => {
    const lb = follow(comparison.after.topology.loadBalancers, after.loadBalancer);
    const had = follow(comparison.before.topology.loadBalancers, before.loadBalancer);
    if (lb === undefined || had?.address !== lb.address || comparison.isReplaced(lb)) return [];
    if (isUnknown(after.port) || after.port !== before.port) return [];
    return [{ listener: after satisfies Listener, had, lb, port: after.port }];
  });
}

function targetWays(comparison: Comparison, isTouched: IsTouched): readonly WayPair[] {
  return comparison.pairs("registrations").flatMap(({ before, after }) => {
    const [was, is] = [placeOf(comparison.before, before), placeOf(comparison.after, after)];
    if (was === undefined || is === undefined || was.server !== is.server) return [];
    const ports = is.ports.filter(({ port }) => was.ports.some((one) => one.port === port));
    return is.balancers
      .filter((lb) => was.balancers.some(({ address }) => address === lb.address))
      .filter((lb) => isTouched({ wearer: lb, direction: "egress" }, entered(was), entered(is)))
      .flatMap((lb) => ports.map((port) => targetWay(comparison, after, lb, is.server, port)));
  });
}

function targetWay(
  comparison: Comparison,
  at: Registration,
  lb: LoadBalancer,
  to: string,
  { port, isHealthCheck }: Port,
): WayPair {
  const { after } = comparison.labels;
  const judged = judge(comparison, { from: lb.address, to, port, family: "ipv4" });
  return { ...{ at, from: after.to(lb), to: after.to({ address: to }), port }, ...judged, isHealthCheck };
}

interface Port {
  readonly port: number;
  /** Only health checks go there. */
  readonly isHealthCheck: boolean;
}

interface Place {
  readonly server: string;
  readonly wearer: Pick<LoadBalancer, "address" | "securityGroups">;
  readonly balancers: readonly LoadBalancer[];
  readonly ports: readonly Port[];
}

function placeOf(side: Comparison["after"], registration: Registration): Place | undefined {
  const service = serviceOf(side, registration);
  const server = side.serverOf(registration) ?? (service && wearerOf(service));
  const group = follow(side.topology.targetGroups, registration.group);
  if (server === undefined || group === undefined) return undefined;
  const { port } = registration;
  const own = port === undefined || isUnknown(port) ? [] : [{ port, isHealthCheck: false }];
  const ports = [...own, ...healthPort(group).filter((one) => one.port !== port)];
  return { server: server.address, wearer: server, balancers: side.loadBalancersOf(group), ports };
}

function entered({ wearer }: Place): WayEnd {
  return { wearer, direction: "ingress" };
}

function healthPort({ healthCheck: { enabled, port } }: TargetGroup): readonly Port[] {
  return enabled === true && typeof port === "number" ? [{ port, isHealthCheck: true }] : [];
}

function judge({ before, after }: Comparison, question: Parameters<typeof ask>[1]) {
  const of = (side: Comparison["before"]): Judged => {
    const { verdict, ways } = ask(side.topology, question);
    return { verdict, steps: ways[0]?.steps ?? [] };
  };
  return { before: of(before), after: of(after) };
}
