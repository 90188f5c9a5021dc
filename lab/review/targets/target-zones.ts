import type { Subject } from "../../lint";
import { follow, isKnown, isUnknown, type LoadBalancer, type Registration } from "../../topology";

/** Zones of targets, each once, in order; undefined where one is not known. */
export function zonesOf(
  side: Subject,
  registrations: readonly Registration[],
): readonly string[] | undefined {
  const zones = registrations.flatMap(({ target }) => {
    const { instances, autoScalingGroups } = side.topology;
    const group = follow(autoScalingGroups, target);
    if (group !== undefined) return isUnknown(group.zones) ? [group.zones] : group.zones;
    return [follow(instances, target)?.zone ?? { unknown: "not declared in this input" }];
  });
  return allKnown(zones);
}

/** Each once, in order; undefined where one is not known. */
export function allKnown(zones: LoadBalancer["zones"]): readonly string[] | undefined {
  if (isUnknown(zones)) return undefined;
  const known = zones.filter((zone) => isKnown(zone));
  return known.length < zones.length ? undefined : [...new Set(known)].sort();
}
