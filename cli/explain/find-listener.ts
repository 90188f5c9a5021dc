import { describeText, follow, type Listener, type LoadBalancer, type Topology } from "../../lab/topology";
import { CannotRun } from "../exit-code";
import { comparePorts, labelOf, placeOf } from "../render/labels";
import { listed } from "../render/text";
import type { Question } from "./question";

/**
 * The load balancer that is asked: the one of that name, address, path or DNS name; without `wanted` the only one.
 * @throws CannotRun where it is not one
 */
export function findLoadBalancer(
  { loadBalancers }: Topology,
  wanted: string | undefined,
  input: string,
): LoadBalancer {
  const application = loadBalancers.filter(({ loadBalancerType }) => loadBalancerType === "application");
  if (application.length === 0)
    throw new CannotRun(
      `${input}: must declare an application load balancer, got none; look at alb-lab topology`,
    );
  const found = wanted === undefined ? application : application.filter((lb) => namesOf(lb).includes(wanted));
  const [only, ...others] = found;
  if (only !== undefined && others.length === 0) return only;
  if (wanted === undefined)
    throw new CannotRun(
      `${input}: must be one load balancer, got ${choiceOf(found)}; name it with --load-balancer`,
    );
  const choice = choiceOf(only === undefined ? application : found, only === undefined ? labelOf : placeOf);
  throw new CannotRun(`--load-balancer: must be one of ${choice}, got ${JSON.stringify(wanted)}`);
}

/** What the lab adds to a declared port that a user may not open. */
const localOffset = 8000;

function choiceOf(
  loadBalancers: readonly LoadBalancer[],
  nameOf: (lb: LoadBalancer) => string = labelOf,
): string {
  const names = loadBalancers.map(nameOf);
  return names.length > 10
    ? `${names.slice(0, 10).join(", ")} and ${names.length - 10} more`
    : names.join(", ");
}

function namesOf({ address, path, name, dnsName }: LoadBalancer): readonly unknown[] {
  return [address, path, name, dnsName];
}

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
