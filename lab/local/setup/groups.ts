import {
  type Action,
  type AutoScalingGroup,
  follow,
  type Instance,
  isUnknown,
  type Knowable,
  type Link,
  type ListenerRule,
  type Registration,
  type Settled,
  type TargetGroup,
  type Topology,
} from "../../topology";
import { healthCheckDefaults, targetGroupDefaults } from "./defaults";
import { setUpMachine } from "./machines";
import type { Notices } from "./notices";
import { type Registered, setUpTarget } from "./targets";
import type { GroupSetup, LoadBalancerSetup, MachineSetup } from "./types";

/** More members of an auto scaling group than this are not started here. */
const MOST_MEMBERS = 10;

/** The target groups with their targets, and the machines behind these. */
export function setUpGroups(
  topology: Topology,
  loadBalancers: readonly LoadBalancerSetup[],
  notices: Notices,
): { readonly groups: readonly GroupSetup[]; readonly machines: readonly MachineSetup[] } {
  const machines = new Map<string, MachineSetup>();
  const groups = topology.targetGroups.map((group) => {
    const users = loadBalancers.filter((lb) => forwardsTo(lb, group.address));
    const settled = settleGroup(group, notices);
    const registered = topology.registrations
      .filter(({ group: link }) => follow([group], link))
      .flatMap((registration) => expand(topology, registration, notices));
    const targets = registered.flatMap((one) => {
      const port = registered.length > 0 ? portOf(one, settled, notices) : undefined;
      if (port === undefined) return [];
      const target = setUpTarget(topology, users, settled, one, port, notices);
      machines.set(one.machine, setUpMachine(machines.get(one.machine), one, settled, target.port));
      return [target];
    });
    return {
      address: group.address,
      name: isUnknown(group.name) ? group.address : group.name,
      group: settled,
      zones: users.length === 0 ? undefined : users.flatMap(({ zones }) => zones),
      targets,
    };
  });
  return { groups, machines: [...machines.values()] };
}

function settleGroup(group: TargetGroup, notices: Notices): GroupSetup["group"] {
  const { vpc: _vpc, ...rest } = group;
  return notices.settleWithDefaults(group.address, rest, {
    ...rest,
    name: group.address,
    targetType: "instance",
    port: 80,
    protocol: "HTTP",
    protocolVersion: "HTTP1",
    healthCheck: healthCheckDefaults,
    attributes: targetGroupDefaults,
  } as Settled<typeof rest>);
}

function portOf(one: Registered, group: GroupSetup["group"], notices: Notices): number | undefined {
  const { port } = one.registration;
  if (port === undefined) return group.port ?? 80;
  if (!isUnknown(port)) return port;
  notices.add(`${one.registration.address} is left out: port: ${port.unknown}`);
  return undefined;
}

/** One registration, or one for each member of an auto scaling group. */
function expand(topology: Topology, registration: Registration, notices: Notices): readonly Registered[] {
  const { target } = registration;
  if (isUnknown(target)) {
    notices.add(`${registration.address}: its target is not known (${target.unknown}); a stand-in answers`);
    return [
      { registration, key: registration.address, machine: registration.address, name: registration.address },
    ];
  }
  if ("external" in target) {
    const { external } = target;
    return [{ registration, key: registration.address, machine: external, name: external }];
  }
  const members = follow(topology.autoScalingGroups, target);
  if (members) return membersOf(members, registration, notices);
  const instance = follow(topology.instances, target);
  const name = instance ? nameOf(instance) : target.address;
  return [
    { registration, key: registration.address, machine: target.address, name, ...(instance && { instance }) },
  ];
}

function membersOf(
  group: AutoScalingGroup,
  registration: Registration,
  notices: Notices,
): readonly Registered[] {
  const wanted = numberOr(group.desiredCapacity, 1);
  const count = Math.min(wanted, MOST_MEMBERS);
  if (isUnknown(group.desiredCapacity) || count < wanted)
    notices.add(`${group.address}: ${count} of its instances are started here`);
  const zones = isUnknown(group.zones) ? [] : group.zones;
  return Array.from({ length: count }, (_, index) => {
    const number = index + 1;
    const zone = zones[index % Math.max(zones.length, 1)];
    const machine = `${group.address}#${number}`;
    const name = `${isUnknown(group.name) ? group.address : group.name}-${number}`;
    return { registration, key: `${registration.address}#${number}`, machine, name, member: { group, zone } };
  });
}

/** The name under which its server answers, else its own. */
function nameOf(instance: Instance): string {
  const { userData, name } = instance;
  const settings = userData === undefined || isUnknown(userData) ? undefined : userData.settings;
  return settings?.serverName ?? (name === undefined || isUnknown(name) ? instance.address : name);
}

function forwardsTo(lb: LoadBalancerSetup, group: string): boolean {
  return lb.listeners.some(({ rules, defaultActions }) =>
    [...rules.flatMap(knownActions), ...defaultActions].some((action) => mentions(action, group)),
  );
}

function knownActions({ actions }: ListenerRule): readonly Settled<Action>[] {
  return isUnknown(actions) ? [] : (actions as readonly Settled<Action>[]);
}

function mentions(action: Settled<Action>, group: string): boolean {
  return action.kind === "forward" && action.groups.some(({ group: link }) => follows(link, group));
}

function follows(link: Settled<Link>, address: string): boolean {
  return "address" in link && link.address === address;
}

function numberOr(value: Knowable<number>, fallback: number): number {
  return isUnknown(value) ? fallback : value;
}
