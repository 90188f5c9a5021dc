import { egressToTarget, type TargetInterface, targetAdmission } from "../alb";
import { follow, isUnknown, type LoadBalancer, type SecurityGroup } from "../topology";
import type { Case } from "./case";
import type { Target } from "./target";
import { known } from "./words";

/**
 * The port that has to be open for a target: where its server certainly listens elsewhere than it is asked, that one, as
 * opening the wrong one would help nobody.
 */
export function wantedPort({ words }: Target, port: number | undefined): number | undefined {
  if (port === undefined || !words?.isCertain || words.ports.includes(port)) return port;
  return words.port;
}

/** Load balancers whose security groups do not let them out to a port of a target (U7). */
export function closedEgress(one: Case, target: Target, port: number | undefined): readonly LoadBalancer[] {
  if (port === undefined || hasOtherRules(one)) return [];
  return target.loadBalancers.filter(
    (lb) => egressToTarget(one.topology, lb, interfaceOf(one, target), port).verdict === "no",
  );
}

/** Load balancers to which the security groups of a target do not open a port (U6). */
export function closedIngress(one: Case, target: Target, port: number | undefined): readonly LoadBalancer[] {
  if (port === undefined || hasOtherRules(one)) return [];
  return target.loadBalancers.filter(
    (lb) => targetAdmission(one.topology, lb, interfaceOf(one, target), port).verdict === "no",
  );
}

/** Whether nothing stands in the way to a port: a local lab lets through what nobody can say. */
export function isReached(one: Case, target: Target, port: number | undefined): boolean {
  if (port === undefined || target.loadBalancers.length === 0) return false;
  const verdicts = target.loadBalancers.flatMap((lb) => [
    egressToTarget(one.topology, lb, interfaceOf(one, target), port).verdict,
    targetAdmission(one.topology, lb, interfaceOf(one, target), port).verdict,
  ]);
  const enough = one.evidence.source === "local" ? ["yes", "unknown"] : ["yes"];
  return verdicts.every((verdict) => enough.includes(verdict));
}

/** A module that cannot be looked into may add rules. */
export function hasOtherRules({ topology }: Case): boolean {
  return topology.ignored.some(({ type }) => type === "module");
}

/** The security groups of a load balancer or of a server that are declared. */
export function groupsOf(
  { topology }: Case,
  owner: Pick<LoadBalancer, "securityGroups"> | undefined,
): readonly SecurityGroup[] {
  return (known(owner?.securityGroups) ?? []).flatMap((link) => follow(topology.securityGroups, link) ?? []);
}

/** Where to add a rule: the first security group that is declared, else whose groups they are. */
export function groupPlace(
  one: Case,
  owner: Parameters<Case["place"]>[0] & Pick<LoadBalancer, "securityGroups">,
): string {
  const [group] = groupsOf(one, owner);
  return group === undefined ? `the security group of ${one.place(owner)}` : one.place(group);
}

function interfaceOf(one: Case, { server, registration }: Target): TargetInterface {
  if (server === undefined) {
    const target = registration?.target;
    const isAddress = target && "external" in target && /^[\d.]+$/.test(target.external);
    return { cidrs: isAddress ? [`${target.external}/32`] : [] };
  }
  return { securityGroups: server.securityGroups, cidrs: blocksOf(one, server) };
}

/** Blocks of its subnets; none where one of them is not known. */
function blocksOf({ topology }: Case, server: NonNullable<Target["server"]>): readonly string[] {
  const links = "subnets" in server ? known(server.subnets) : [server.subnet];
  const blocks = links?.map((link) => known(follow(topology.subnets, link)?.cidr)) ?? [];
  return blocks.some((block) => block === undefined || isUnknown(block))
    ? []
    : blocks.filter((block) => block !== undefined);
}
