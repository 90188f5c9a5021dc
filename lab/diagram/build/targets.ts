import type { TargetInterface } from "../../alb";
import {
  type AutoScalingGroup,
  describeText,
  type Instance,
  isKnown,
  isUnknown,
  type Knowable,
  type LoadBalancer,
  labelOf,
  type Registration,
  type TargetGroup,
  type Topology,
} from "../../topology";
import type { Fact, TargetPart } from "../diagram";
import { find } from "./find";
import { type Drawn, partOf, type Sides } from "./sides";
import { changedWay, wayToTarget } from "./ways";
import { addressOf, describeLink } from "./words";

type Server = Instance | AutoScalingGroup;
type Zoned = Server | LoadBalancer;

/** A registered target: its server, where it is, and whether the load balancer reaches it. */
export function targetOf(
  sides: Sides,
  registration: Drawn<Registration>,
  group: Drawn<TargetGroup> | undefined,
  lb: Drawn<LoadBalancer> | undefined,
): TargetPart {
  const { now, topology, was } = registration;
  const server = serverOf(now, topology);
  const address = addressOf(now.target);
  const facts = factsOf(sides, registration);
  const way = changedWay(
    wayOf(now, topology, group?.now, lb?.now),
    was && wayOf(was.element, was.topology, group?.was?.element, lb?.was?.element),
  );
  const addresses = [...new Set([now.address, ...(address === undefined ? [] : [address])])];
  const own = address === undefined ? undefined : sides.marks.get(address);
  const part = partOf(addresses, [registration.mark, own, way.was && "changed"], facts);
  const name = server ? labelOf(server) : nameOfOther(now, topology);
  return { ...part, name, facts, zones: zonesOf(now, topology), way };
}

/** An instance or an auto scaling group that no target group knows. */
export function looseTarget(sides: Sides, { now, mark, ...rest }: Drawn<Server>): TargetPart {
  const facts =
    "desiredCapacity" in now
      ? [
          sides.fact({ now, ...rest }, "size", (group) =>
            "desiredCapacity" in group ? describeSize(group) : "",
          ),
        ]
      : [];
  const part = partOf([now.address], [mark], facts);
  return { ...part, name: labelOf(now), facts, zones: zonesOfServer(now), way: { verdict: "open" } };
}

function factsOf(sides: Sides, registration: Drawn<Registration>): readonly Fact[] {
  const { now, topology } = registration;
  const facts: Fact[] = [];
  if (now.port !== undefined)
    facts.push(
      sides.fact(registration, "port", ({ port }) =>
        port === undefined ? "" : `port ${describeText(port)}`,
      ),
    );
  const scaling = find(topology.autoScalingGroups, now.target);
  if (scaling)
    facts.push(
      sides.fact(registration, "size", ({ target }, side) => {
        const group = find(side.autoScalingGroups, target);
        return group ? describeSize(group) : "";
      }),
    );
  if (find(topology.loadBalancers, now.target)) facts.push({ about: "kind", text: "load balancer" });
  if (now.port === undefined && !scaling) facts.push({ about: "kind", text: "lambda function" });
  return facts;
}

function serverOf(
  { target }: Pick<Registration, "target">,
  { instances, autoScalingGroups }: Topology,
): Server | undefined {
  return find(instances, target) ?? find(autoScalingGroups, target);
}

function nameOfOther({ target }: Registration, topology: Topology): string {
  const lb = find(topology.loadBalancers, target);
  return lb ? labelOf(lb) : describeLink(target);
}

function zonesOf({ target, availabilityZone }: Registration, topology: Topology): readonly string[] {
  if (availabilityZone !== undefined && isKnown(availabilityZone) && availabilityZone !== "all")
    return [availabilityZone];
  const server = serverOf({ target }, topology) ?? find(topology.loadBalancers, target);
  return server ? zonesOfServer(server) : [];
}

function zonesOfServer(server: Zoned): readonly string[] {
  const zones: Knowable<readonly Knowable<string>[]> = "zone" in server ? [server.zone] : server.zones;
  if (isUnknown(zones)) return [];
  return zones.every(isKnown) ? [...new Set(zones as readonly string[])].sort() : [];
}

function wayOf(
  { target, port }: Registration,
  topology: Topology,
  group: TargetGroup | undefined,
  lb: LoadBalancer | undefined,
) {
  return wayToTarget(topology, lb, group, interfaceOf({ target }, topology), port);
}

function interfaceOf(
  { target }: Pick<Registration, "target">,
  topology: Topology,
): TargetInterface | undefined {
  const instance = find(topology.instances, target);
  if (instance) {
    const { privateIp, subnet, securityGroups } = instance;
    const cidr = find(topology.subnets, subnet)?.cidr;
    const cidrs = isKnown(privateIp)
      ? [`${privateIp}/32`]
      : cidr !== undefined && isKnown(cidr)
        ? [cidr]
        : [];
    return { securityGroups, cidrs };
  }
  const other = find(topology.autoScalingGroups, target) ?? find(topology.loadBalancers, target);
  if (other) return { securityGroups: other.securityGroups, cidrs: blocksOf(other, topology) };
  if (!("external" in target)) return undefined;
  if (target.external.startsWith("arn:")) return { cidrs: [] };
  return /^[\d.]+$/.test(target.external) ? { cidrs: [`${target.external}/32`] } : undefined;
}

function blocksOf({ subnets }: Pick<AutoScalingGroup, "subnets">, topology: Topology): readonly string[] {
  if (isUnknown(subnets)) return [];
  return subnets.flatMap((link) => {
    const cidr = find(topology.subnets, link)?.cidr;
    return cidr !== undefined && isKnown(cidr) ? [cidr] : [];
  });
}

/** Such as `2 instances (2 to 4)`. */
function describeSize({ minSize, maxSize, desiredCapacity }: AutoScalingGroup): string {
  return `${describeText(desiredCapacity)} instances (${describeText(minSize)} to ${describeText(maxSize)})`;
}
