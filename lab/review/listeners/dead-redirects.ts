import {
  type Action,
  type Element,
  isUnknown,
  type Knowable,
  type Listener,
  type LoadBalancer,
  listed,
  type RedirectAction,
} from "../../topology";
import type { Comparison } from "../comparison";
import type { Hazard } from "../risk";
import { namesThatLeadTo } from "./balancer-loss";

/** A listener that stays, or one of its rules, with what it does to requests before and after. */
interface Place {
  readonly at: Element;
  readonly before: Knowable<readonly Action[]>;
  readonly after: Knowable<readonly Action[]>;
}

/** Redirects that lead clients back to their load balancer, at a port where nothing listens, and did not before. */
export function* deadRedirects(comparison: Comparison): Generator<Hazard> {
  if (comparison.after.topology.ignored.some(({ type }) => type === "module")) return;
  for (const { before, after } of comparison.pairs("listeners")) {
    const lb = comparison.after.loadBalancerOf(after);
    if (lb === undefined || comparison.after.isLookedUp(lb) || comparison.isGone(after)) continue;
    const ports = portsOf(comparison, lb);
    if (ports === undefined) continue;
    for (const place of placesOf(comparison, before, after)) {
      const lost = redirectIn(place.after);
      const port = lost && deadPort(comparison, lost, lb, ports);
      if (lost === undefined || port === undefined || redirectIn(place.before)?.port === lost.port) continue;
      yield hazardOf(place.at, lb, port, ports);
    }
  }
}

/** Ports of a load balancer at which something listens, before or after; undefined: nobody knows all of them. */
function portsOf(comparison: Comparison, lb: LoadBalancer): ReadonlySet<number> | undefined {
  const { before, after } = comparison;
  if (after.topology.listeners.some(({ loadBalancer }) => isUnknown(loadBalancer))) return undefined;
  // where a listener is taken away, that is told
  const listeners = [...before.listenersOf(lb), ...after.listenersOf(lb)];
  const ports = listeners.map(({ port, instances }) => (instances === undefined ? port : undefined));
  return ports.every((port) => typeof port === "number") ? new Set(ports as readonly number[]) : undefined;
}

function placesOf(comparison: Comparison, before: Listener, after: Listener): readonly Place[] {
  const earlier = new Map(comparison.before.rulesOf(before).map((rule) => [rule.address, rule.actions]));
  const rules = comparison.after.rulesOf(after).map((rule) => ({
    at: rule,
    before: earlier.get(rule.address) ?? [],
    after: rule.actions,
  }));
  return [{ at: after, before: before.defaultActions, after: after.defaultActions }, ...rules];
}

function redirectIn(actions: Knowable<readonly Action[]>): RedirectAction | undefined {
  if (isUnknown(actions)) return undefined;
  return actions.find((action): action is RedirectAction => !isUnknown(action) && action.kind === "redirect");
}

function deadPort(
  comparison: Comparison,
  { host, port }: RedirectAction,
  lb: LoadBalancer,
  ports: ReadonlySet<number>,
): number | undefined {
  if (isUnknown(host) || isUnknown(port) || !/^\d+$/.test(port) || ports.has(Number(port))) return undefined;
  return host === "#{host}" || namesThatLeadTo(comparison, lb).includes(host) ? Number(port) : undefined;
}

function hazardOf(at: Element, lb: LoadBalancer, port: number, ports: ReadonlySet<number>): Hazard {
  return {
    at,
    message: `redirects clients to port ${port} of ${lb.address}, where nothing listens`,
    course: [
      "once the change is made, clients are told to ask again there, and do",
      "their connections fail; after a 301, browsers go on asking there even when it is set right",
    ],
    fix: `redirect to a port that has a listener (${listed([...ports].map(String))}), or add a listener at port ${port} in a change before`,
  };
}
