import { type Obstacle, obstacleToTarget, type TargetInterface } from "../../alb";
import {
  type AutoScalingGroup,
  follow,
  type Instance,
  isUnknown,
  type Knowable,
  type Registration,
  type Topology,
} from "../../topology";
import type { Notices } from "./notices";
import { healthPortOf } from "./ports";
import type { GroupSetup, LoadBalancerSetup, TargetSetup } from "./types";

/** One target behind a registration: an instance, a member of an auto scaling group, an address. */
export interface Registered {
  readonly registration: Registration;
  readonly key: string;
  readonly machine: string;
  readonly name: string;
  readonly instance?: Instance;
  readonly member?: { readonly group: AutoScalingGroup; readonly zone: Knowable<string> | undefined };
}

/** What the load balancer knows of a target, and what keeps it from reaching it. */
export function setUpTarget(
  topology: Topology,
  users: readonly LoadBalancerSetup[],
  group: GroupSetup["group"],
  one: Registered,
  port: number,
  notices: Notices,
): TargetSetup {
  const there = interfaceOf(topology, one);
  const why = (to: number): string | undefined => {
    const lb = topology.loadBalancers.find(({ address }) => address === users[0]?.address);
    const obstacle = lb && obstacleToTarget(topology, lb, there, to);
    return obstacle && describe(obstacle, group.name, to, notices);
  };
  const [blocked, healthBlocked] = [why(port), why(healthPortOf(group, port))];
  return {
    key: one.key,
    name: one.name,
    zone: zoneOf(one),
    port,
    machine: one.machine,
    ...(blocked !== undefined && { blocked }),
    ...(healthBlocked !== undefined && { healthBlocked }),
  };
}

/** Only what is certain keeps the load balancer out; a doubt is told and taken as open. */
function describe(obstacle: Obstacle, group: string, port: number, notices: Notices): string | undefined {
  const { at, admission } = obstacle;
  if (admission.verdict === "unknown") {
    notices.add(
      `${group}: port ${port} of its targets is taken as open, because nobody can say yet: ${admission.reason}`,
    );
    return undefined;
  }
  return at === "target ingress"
    ? `no rule of the target's security groups admits port ${port} from the load balancer`
    : `no rule of the load balancer's security groups lets it out to port ${port}`;
}

function interfaceOf(topology: Topology, one: Registered): TargetInterface {
  const machine = one.instance ?? one.member?.group;
  if (!machine) return { cidrs: addressBlocks(one) };
  return { securityGroups: machine.securityGroups, cidrs: subnetBlocks(topology, one) };
}

function subnetBlocks(topology: Topology, { instance, member }: Registered): readonly string[] {
  const links = instance
    ? [instance.subnet]
    : member && !isUnknown(member.group.subnets)
      ? member.group.subnets
      : [];
  return links.flatMap((link) => {
    const cidr = follow(topology.subnets, link)?.cidr;
    return cidr === undefined || isUnknown(cidr) ? [] : [cidr];
  });
}

function addressBlocks({ registration: { target } }: Registered): readonly string[] {
  if (!("external" in target)) return [];
  return [`${target.external}/${target.external.includes(":") ? 128 : 32}`];
}

function zoneOf({ instance, member, registration }: Registered): string | undefined {
  const zone = registration.availabilityZone ?? instance?.zone ?? member?.zone;
  return zone === undefined || isUnknown(zone) ? undefined : zone;
}
