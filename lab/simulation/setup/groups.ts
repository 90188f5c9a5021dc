import { obstacleToTarget, parseMatcher, type TargetInterface } from "../../alb";
import {
  type Action,
  follow,
  isKnown,
  isUnknown,
  type Knowable,
  type LoadBalancer,
  type TargetGroup,
  type Topology,
} from "../../topology";
import { SimulationError } from "../simulation-error";
import { assertCounted, assertKnown } from "./assert-known";
import { expand, type Registered } from "./registered";
import type { GroupPlan, LoadBalancerPlan, MachinePlan, TargetPlan } from "./types";

interface Surroundings {
  readonly topology: Topology;
  readonly lb: LoadBalancer;
  readonly plan: LoadBalancerPlan;
  assume(line: string): void;
}

/** The groups that have HTTP health checks, and the machines behind their targets. */
export function planGroups(around: Surroundings): {
  readonly groups: readonly GroupPlan[];
  readonly machines: readonly MachinePlan[];
} {
  const machines = new Map<string, MachinePlan>();
  const groups = around.topology.targetGroups.filter(isSimulated).map((group) => {
    assertCounted(group);
    const settled = settleGroup(group);
    const registered = around.topology.registrations
      .filter(({ group: link }) => follow([group], link))
      .flatMap((registration) => expand(around.topology, registration));
    for (const { machine } of registered) machines.set(machine.key, machine);
    return {
      address: group.address,
      name: isUnknown(group.name) ? group.address : group.name,
      group: settled,
      isUsed: isForwardedTo(around.plan, group.address),
      targets: registered.map((one) => planTarget(around, group.address, settled, one)),
    };
  });
  return { groups, machines: [...machines.values()] };
}

/** Groups of network load balancers have other protocols, functions no servers. */
function isSimulated({ protocol, targetType }: TargetGroup): boolean {
  return (
    protocol !== undefined && (isUnknown(protocol) || protocol.startsWith("HTTP")) && targetType !== "alb"
  );
}

function settleGroup(group: TargetGroup): GroupPlan["group"] {
  const { protocolVersion, port, healthCheck, attributes } = group;
  const { lambdaMultiValueHeaders: _, ...rest } = attributes;
  const settled = assertKnown(group.address, { protocolVersion, port, healthCheck, attributes: rest });
  assertMatcher(group.address, settled);
  return { ...settled, attributes: { ...settled.attributes, lambdaMultiValueHeaders: false } };
}

function assertMatcher(
  where: string,
  { protocolVersion, healthCheck }: Pick<GroupPlan["group"], "protocolVersion" | "healthCheck">,
): void {
  if (protocolVersion === "GRPC")
    throw new SimulationError(
      `${where}: must not be a GRPC group to be simulated, got one; leave it out of the input`,
    );
  try {
    parseMatcher(healthCheck.matcher);
  } catch (error) {
    throw new SimulationError(`${where}: ${(error as Error).message}`);
  }
}

function planTarget(
  around: Surroundings,
  group: string,
  { port: groupPort = 80, healthCheck }: GroupPlan["group"],
  one: Registered,
): TargetPlan {
  const { address, path } = one.registration;
  const { port = groupPort } = assertKnown(address, { port: one.registration.port });
  const healthPort = healthCheck.port === "traffic-port" ? port : healthCheck.port;
  const { zone } = one;
  if (zone !== undefined && isUnknown(zone))
    around.assume(`${one.key}: its zone is not known (${zone.unknown}); it is taken as enabled`);
  return {
    key: one.key,
    group,
    ...(path !== undefined && { path }),
    ...(zone !== undefined && isKnown(zone) && { zone }),
    port,
    machine: one.machine.key,
    isBlocked: isShut(around, one, port),
    isHealthBlocked: isShut(around, one, healthPort),
  };
}

/** Only what is certain keeps the load balancer out. */
function isShut({ topology, lb, assume }: Surroundings, one: Registered, port: number): boolean {
  const obstacle = obstacleToTarget(topology, lb, interfaceOf(topology, one), port);
  if (obstacle?.admission.verdict === "unknown")
    assume(`${one.key}: port ${port} is taken as open to the load balancer (${obstacle.admission.reason})`);
  return obstacle?.admission.verdict === "no";
}

function interfaceOf(topology: Topology, { securityGroups, subnets, machine }: Registered): TargetInterface {
  if (securityGroups === undefined)
    return { cidrs: [`${machine.key}/${machine.key.includes(":") ? 128 : 32}`] };
  const cidrs = subnets.flatMap((link) => {
    const cidr = follow(topology.subnets, link)?.cidr;
    return cidr === undefined || isUnknown(cidr) ? [] : [cidr];
  });
  return { securityGroups, cidrs };
}

function isForwardedTo({ listeners }: LoadBalancerPlan, group: string): boolean {
  const rules = listeners.flatMap(({ rules: { rules, defaultRule } }) => [...rules, defaultRule]);
  return rules.some(({ actions }) => knownItems(actions).some((action) => mentions(action, group)));
}

function mentions(action: Action, group: string): boolean {
  if (isUnknown(action) || action.kind !== "forward") return false;
  return knownItems(action.groups).some(({ group: link }) => "address" in link && link.address === group);
}

function knownItems<T>(items: Knowable<readonly T[]>): readonly T[] {
  return isUnknown(items) ? [] : items;
}
