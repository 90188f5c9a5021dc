import { listenerAdmission } from "../../alb";
import {
  isKnown,
  isUnknown,
  type Knowable,
  type Listener,
  type ListenerRule,
  type LoadBalancer,
  type Settled,
  type Topology,
} from "../../topology";
import { loadBalancerDefaults } from "./defaults";
import type { Notices } from "./notices";
import type { ListenerSetup, LoadBalancerSetup } from "./types";

/** The application load balancers and what of their listeners can run. */
export function setUpLoadBalancers(topology: Topology, notices: Notices): readonly LoadBalancerSetup[] {
  return topology.loadBalancers.flatMap((lb) => {
    if (lb.loadBalancerType !== "application") {
      notices.add(`${lb.address} is left out: only application load balancers run here`);
      return [];
    }
    return [setUpLoadBalancer(topology, lb, notices)];
  });
}

function setUpLoadBalancer(topology: Topology, lb: LoadBalancer, notices: Notices): LoadBalancerSetup {
  const own = topology.listeners.filter((listener) => leadsTo(listener.loadBalancer, lb.address));
  const zones = isUnknown(lb.zones) ? [] : lb.zones.filter(isKnown);
  return {
    address: lb.address,
    name: isUnknown(lb.name) ? lb.address : lb.name,
    dnsName: isUnknown(lb.dnsName) ? "localhost" : lb.dnsName,
    zones,
    attributes: notices.settleWithDefaults(lb.address, lb.attributes, loadBalancerDefaults),
    listeners: own.flatMap((listener) => setUpListener(topology, lb, listener, notices) ?? []),
  };
}

function setUpListener(
  topology: Topology,
  lb: LoadBalancer,
  listener: Listener,
  notices: Notices,
): ListenerSetup | undefined {
  const { address, port, protocol, defaultActions } = listener;
  const known = notices.settleOrLeaveOut(address, { port, protocol, defaultActions });
  if (!known) return undefined;
  if (known.protocol !== "HTTP" && known.protocol !== "HTTPS") {
    notices.add(`${address} is left out: its protocol must be HTTP or HTTPS, got ${known.protocol}`);
    return undefined;
  }
  if (!isPort(known.port)) {
    notices.add(`${address} is left out: its port must be from 1 to 65535, got ${known.port}`);
    return undefined;
  }
  const admission = listenerAdmission(topology, lb, listener);
  if (admission.verdict === "unknown")
    notices.add(`${address}: taken as open, because nobody can say yet: ${admission.reason}`);
  return {
    address,
    protocol: known.protocol,
    port: known.port,
    sslPolicy: stringOr(listener.sslPolicy, "ELBSecurityPolicy-2016-08"),
    certificates: listener.certificates.map(({ names }) => (isUnknown(names) ? [] : names)),
    attributes: knownAttributes(listener.attributes),
    rules: topology.rules
      .filter((rule) => leadsTo(rule.listener, address))
      .filter((rule) => canRun(rule, notices)),
    defaultActions: known.defaultActions,
    ...(admission.verdict === "no"
      ? { unreachable: `no rule of the load balancer's security groups admits port ${known.port}` }
      : {}),
  };
}

/** A rule that may match or not cannot run: it would be a guess. */
function canRun({ address, priority, conditions, actions }: ListenerRule, notices: Notices): boolean {
  return notices.settleOrLeaveOut(address, { priority, conditions, actions }) !== undefined;
}

function knownAttributes(attributes: Listener["attributes"]): Readonly<Record<string, string | boolean>> {
  const entries = Object.entries(attributes).filter(([, value]) => !isUnknown(value));
  return Object.fromEntries(entries) as Settled<Listener["attributes"]>;
}

function isPort(port: number): boolean {
  return Number.isInteger(port) && port >= 1 && port <= 65_535;
}

function leadsTo(link: object, address: string): boolean {
  return "address" in link && link.address === address;
}

function stringOr(value: Knowable<string> | undefined, fallback: string): string {
  return value === undefined || isUnknown(value) ? fallback : value;
}
