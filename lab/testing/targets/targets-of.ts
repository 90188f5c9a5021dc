import {
  follow,
  type Instance,
  isUnknown,
  type Knowable,
  labelOf,
  type Registration,
  type TargetGroup,
  type Topology,
} from "../../topology";
import { CannotJudge } from "../cannot-judge";
import { knownOr } from "../words";
import { serverLabel } from "./server-names";

/** One server that gets requests of a group; an auto scaling group stands for as many as it wants. */
export interface Target {
  readonly name: string;
  readonly count: number;
  readonly port?: Knowable<number>;
  /** Zones over which its servers are spread evenly; unknown ones are refused where they count. */
  readonly zones: Knowable<readonly Knowable<string>[]>;
  readonly instance?: Instance;
}

/** The targets of a group. @throws CannotJudge where the input leaves open which or how many there are */
export function targetsOf(topology: Topology, group: TargetGroup): readonly Target[] {
  const { registrations, targetGroups } = topology;
  const loose = registrations.find((registration) => isUnknown(registration.group));
  if (loose !== undefined)
    throw new CannotJudge(`targets of ${labelOf(group)} are not known: ${loose.address} may be one of them`);
  return registrations
    .filter((registration) => follow(targetGroups, registration.group) === group)
    .map((registration) => targetOf(topology, registration));
}

function targetOf(topology: Topology, registration: Registration): Target {
  const { target, port, availabilityZone, instances, address } = registration;
  if (instances !== undefined)
    throw new CannotJudge(`how many ${address} there are is not known: ${instances.unknown}`);
  if (isUnknown(target)) throw new CannotJudge(`the target of ${address} is not known: ${target.unknown}`);
  const fleet = follow(topology.autoScalingGroups, target);
  const ported = port === undefined ? {} : { port };
  if (fleet !== undefined) {
    const count = knownOr(fleet.desiredCapacity, `capacity of ${labelOf(fleet)}`);
    return { name: labelOf(fleet), count, zones: fleet.zones, ...ported };
  }
  const instance = follow(topology.instances, target);
  const zone = availabilityZone ?? instance?.zone ?? { unknown: "the input does not declare it" };
  const name = instance ? serverLabel(instance) : "external" in target ? target.external : target.address;
  return { name, count: 1, zones: [zone], ...ported, ...(instance && { instance }) };
}

/** How many targets there are in each zone. @throws CannotJudge where that is not known */
export function zonesOf(targets: readonly Target[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { name, zones, count } of targets) {
    const known = knownOr(zones, `zones of ${name}`).map((zone) => knownOr(zone, `zone of ${name}`));
    if (count % known.length !== 0)
      throw new CannotJudge(
        `zones of ${name} are not known: ${count} servers cannot be spread evenly over ${known.length}`,
      );
    for (const zone of known) counts.set(zone, (counts.get(zone) ?? 0) + count / known.length);
  }
  return counts;
}
