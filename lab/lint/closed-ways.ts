import { egressToTarget, type TargetInterface, targetAdmission } from "../alb";
import { follow, isUnknown } from "../topology";
import type { Flaw } from "./defect";
import { securityGroupsOf } from "./group-users";
import type { Subject } from "./subject";
import { enumerate, known, quoted } from "./values";
import { type Way, waysOf } from "./ways";

/** A port of a target that the load balancer cannot reach. */
interface Closed {
  readonly way: Way;
  readonly port: number;
}

/** Which port of a target is asked for; `undefined`: none, or nobody knows. */
type PortOf = (way: Way) => number | undefined;

/** Ports that no egress rule of the load balancer's groups leads to: one flaw for each load balancer and port. */
export function* closedEgress(subject: Subject, portOf: PortOf): Generator<Flaw> {
  const closed = closedWays(subject, portOf, (way, port) =>
    egressToTarget(subject.topology, way.lb, interfaceOf(subject, way), port),
  );
  for (const [{ way, port }, ...others] of together(closed, ({ way: { lb } }) => lb.address)) {
    const [at = way.lb] = securityGroupsOf(subject, way.lb);
    const targets = namesOf([way, ...others.map((one) => one.way)]);
    yield {
      at,
      message: `the security groups of ${way.lb.address} must let it out to port ${port} of ${targets}, got no egress rule that does`,
      fix: `add an egress rule for TCP port ${port} to the group of the targets`,
    };
  }
}

/** Ports that no ingress rule of the targets' groups admits the load balancer to: one flaw for each set of groups. */
export function* closedIngress(subject: Subject, portOf: PortOf): Generator<Flaw> {
  const closed = closedWays(subject, portOf, (way, port) =>
    targetAdmission(subject.topology, way.lb, interfaceOf(subject, way), port),
  );
  const groupsOf = ({ way: { server, lb } }: Closed) => JSON.stringify([lb.address, server?.securityGroups]);
  for (const [{ way, port }, ...others] of together(closed, groupsOf)) {
    const [at = way.registration] = way.server === undefined ? [] : securityGroupsOf(subject, way.server);
    const targets = namesOf([way, ...others.map((one) => one.way)]);
    yield {
      at,
      message: `the security groups of ${targets} must admit ${way.lb.address} to port ${port}, got no ingress rule that does`,
      fix: `add an ingress rule for TCP port ${port} from the security group of the load balancer`,
    };
  }
}

function closedWays(
  subject: Subject,
  portOf: PortOf,
  ask: (way: Way, port: number) => { readonly verdict: string },
): readonly Closed[] {
  if (mayHaveOtherRules(subject)) return [];
  return waysOf(subject).flatMap((way) => {
    const port = isOverIpv4(subject, way) ? portOf(way) : undefined;
    return port !== undefined && ask(way, port).verdict === "no" ? [{ way, port }] : [];
  });
}

/** A module that cannot be looked into may add rules to a group that it is given. */
export function mayHaveOtherRules({ topology }: Subject): boolean {
  return topology.ignored.some(({ type }) => type === "module");
}

/** Blocks of subnets are known for IPv4 only. */
function isOverIpv4(subject: Subject, { group }: Way): boolean {
  const type = subject.resource(group.address)?.value("ip_address_type");
  return type === undefined || type === null || type === "" || type === "ipv4";
}

function interfaceOf({ topology }: Subject, { server, registration: { target } }: Way): TargetInterface {
  if (server === undefined) {
    const isAddress = "external" in target && /^[\d.]+$/.test(target.external);
    return { cidrs: isAddress ? [`${target.external}/32`] : [] };
  }
  const subnets = "subnets" in server ? (known(server.subnets) ?? []) : [server.subnet];
  const cidrs = subnets.flatMap((link) => known(follow(topology.subnets, link)?.cidr) ?? []);
  return { securityGroups: server.securityGroups, cidrs: cidrs.length === subnets.length ? cidrs : [] };
}

/** Those with the same port and key, in the order of the first of each. */
function together(closed: readonly Closed[], key: (one: Closed) => string): readonly [Closed, ...Closed[]][] {
  const byKey = new Map<string, [Closed, ...Closed[]]>();
  for (const one of closed) {
    const found = byKey.get(`${one.port} ${key(one)}`);
    if (found) found.push(one);
    else byKey.set(`${one.port} ${key(one)}`, [one]);
  }
  return [...byKey.values()];
}

function namesOf(ways: readonly Way[]): string {
  const names = [...new Set(ways.map(({ registration: { target, address } }) => nameOf(target) ?? address))];
  const [first, second, third, ...more] = names;
  return more.length > 0 ? `${first}, ${second}, ${third} and ${more.length} more` : enumerate(names);
}

function nameOf(target: Way["registration"]["target"]): string | undefined {
  if (isUnknown(target)) return undefined;
  return "address" in target ? target.address : quoted(target.external);
}
