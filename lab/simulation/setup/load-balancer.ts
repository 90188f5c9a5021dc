import { compileListener, listenerAdmission } from "../../alb";
import { isKnown, isUnknown, type Listener, type LoadBalancer, type Topology } from "../../topology";
import { SimulationError } from "../simulation-error";
import { assertCounted, assertKnown } from "./assert-known";
import type { ListenerPlan, LoadBalancerPlan } from "./types";

/** @param wanted address, path or name; undefined: the only one there is */
export function findLoadBalancer(topology: Topology, wanted: string | undefined): LoadBalancer {
  const all = topology.loadBalancers.filter(({ loadBalancerType }) => loadBalancerType === "application");
  const fitting = all.filter(
    ({ address, path, name }) => wanted === undefined || [address, path, name].includes(wanted),
  );
  const [first] = fitting;
  if (first !== undefined && fitting.length === 1) return first;
  const there = all.length === 0 ? "none" : all.map(({ address }) => address).join(", ");
  throw new SimulationError(
    `loadBalancer: must lead to one application load balancer, got ${JSON.stringify(wanted) ?? "none"}; there are ${there}`,
  );
}

export function planLoadBalancer(
  topology: Topology,
  lb: LoadBalancer,
  assume: (line: string) => void,
): LoadBalancerPlan {
  assertCounted(lb);
  const { address, name, zones, attributes } = lb;
  const { idleTimeoutSeconds, clientKeepAliveSeconds, preserveHostHeader } = attributes;
  if (isUnknown(zones) || !zones.every(isKnown))
    assume(`${address}: zones are not all known; a target in another zone is taken as enabled`);
  const own = topology.listeners.filter((listener) => leadsTo(listener.loadBalancer, address));
  return {
    address,
    name: isUnknown(name) ? address : name,
    zones: isUnknown(zones) ? [] : zones.filter(isKnown),
    ...assertKnown(address, { idleTimeoutSeconds, clientKeepAliveSeconds, preserveHostHeader }),
    listeners: own.map((listener) => planListener(topology, lb, listener, assume)),
  };
}

/** Its rules may be unknown in parts, as long as nobody asks for what they might answer. */
function planListener(
  topology: Topology,
  lb: LoadBalancer,
  listener: Listener,
  assume: (line: string) => void,
): ListenerPlan {
  assertCounted(listener);
  const { address } = listener;
  const { port, protocol } = assertKnown(address, { port: listener.port, protocol: listener.protocol });
  const admission = listenerAdmission(topology, lb, listener);
  if (admission.verdict === "unknown") assume(`${address}: taken as open to clients (${admission.reason})`);
  const rules = topology.rules.filter((rule) => leadsTo(rule.listener, address));
  rules.forEach(assertCounted);
  return {
    address,
    protocol: protocol === "HTTPS" ? "https" : "http",
    port,
    rules: compileListener(listener, rules),
    isClosed: admission.verdict === "no",
  };
}

function leadsTo(link: object, address: string): boolean {
  return "address" in link && link.address === address;
}
