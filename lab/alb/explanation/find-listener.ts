import { comparePorts, describeText, follow, type Listener, listed } from "../../topology";
import type { Question } from "./question";

/** What the lab adds to a declared port that a user may not open. */
const localOffset = 8000;

/** The listener on protocol and port of the URL, or why there is none. */
export function findListener({
  topology,
  loadBalancer,
  asked: { protocol, port },
}: Question): Listener | { readonly problem: string } {
  const own = topology.listeners.filter((listener) => follow([loadBalancer], listener.loadBalancer));
  const wanted = protocol.toUpperCase();
  const onPort = own.find((listener) => listener.port === port);
  if (onPort?.protocol === wanted) return onPort;
  if (onPort) return { problem: `port ${port} speaks ${describeText(onPort.protocol)}, not ${wanted}` };
  const there = [...own]
    .sort(comparePorts)
    .map((listener) => `${describeText(listener.protocol)} ${describeText(listener.port)}`);
  const instead = there.length === 0 ? "it has none" : `it has ${listed(there)}`;
  const meant = own.some((listener) => listener.port === port - localOffset) ? port - localOffset : undefined;
  const hint =
    meant === undefined ? "" : `; ${port} is where \`up\` puts port ${meant}: ask for port ${meant}`;
  return { problem: `the load balancer has no listener for ${wanted} on port ${port}: ${instead}${hint}` };
}
