import {
  type AutoScalingGroup,
  follow,
  type Instance,
  isUnknown,
  type Knowable,
  type Link,
  type Registration,
  type Topology,
} from "../../topology";
import { assertCounted, assertKnown } from "./assert-known";
import { serverFacts } from "./server-facts";
import type { MachinePlan } from "./types";

/** One target behind a registration. */
export interface Registered {
  readonly registration: Registration;
  readonly key: string;
  readonly machine: MachinePlan;
  readonly zone: Knowable<string> | undefined;
  readonly securityGroups?: Knowable<readonly Link[]>;
  readonly subnets: readonly Link[];
}

/** One, or one for each member of an auto scaling group. */
export function expand(topology: Topology, registration: Registration): readonly Registered[] {
  assertCounted(registration);
  const { target } = assertKnown(registration.address, { target: registration.target });
  if ("external" in target) return [address(registration, target.external)];
  const members = follow(topology.autoScalingGroups, target);
  if (members) return membersOf(members, registration);
  const instance = follow(topology.instances, target);
  return [instance ? instanceOf(instance, registration) : address(registration, target.address)];
}

function address(registration: Registration, key: string): Registered {
  const zone = registration.availabilityZone;
  return {
    registration,
    key: registration.address,
    machine: { key, name: key, aliases: [], ...known(zone), restartSeconds: "never" },
    zone: zone === "all" ? undefined : zone,
    subnets: [],
  };
}

function instanceOf(instance: Instance, registration: Registration): Registered {
  assertCounted(instance);
  const { address: key, path, name, userData, subnet, securityGroups } = instance;
  const facts = serverFacts(userData);
  const tag = isUnknown(name) ? undefined : name;
  const zone = registration.availabilityZone ?? instance.zone;
  const aliases = [key, path, tag].filter((alias) => alias !== undefined);
  return {
    registration,
    key: registration.address,
    machine: { key, name: facts.server?.serverName ?? tag ?? key, aliases, ...known(zone), ...facts },
    zone,
    securityGroups,
    subnets: subnet === undefined ? [] : [subnet],
  };
}

function membersOf(group: AutoScalingGroup, registration: Registration): readonly Registered[] {
  assertCounted(group);
  const { desiredCapacity } = assertKnown(group.address, { desiredCapacity: group.desiredCapacity });
  const zones = isUnknown(group.zones) ? [group.zones] : group.zones;
  const stem = isUnknown(group.name) ? group.address : group.name;
  return Array.from({ length: desiredCapacity }, (_, index) => {
    const zone = zones[index % Math.max(zones.length, 1)];
    const key = `${group.address}#${index + 1}`;
    const name = `${stem}-${index + 1}`;
    return {
      registration,
      key: `${registration.address}#${index + 1}`,
      machine: { key, name, aliases: [key], ...known(zone), ...serverFacts(group.userData) },
      zone,
      securityGroups: group.securityGroups,
      subnets: isUnknown(group.subnets) ? [] : group.subnets,
    };
  });
}

function known(zone: Knowable<string> | undefined): { readonly zone?: string } {
  return zone === undefined || isUnknown(zone) || zone === "all" ? {} : { zone };
}
