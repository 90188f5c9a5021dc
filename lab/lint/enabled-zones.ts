import { isUnknown, type TargetGroup } from "../topology";
import type { Subject } from "./subject";

/** Zones that the load balancer of a group is in; `undefined`: not one uses it here, or some zone is not known. */
export function enabledZones(subject: Subject, group: TargetGroup): ReadonlySet<string> | undefined {
  const users = subject.loadBalancersOf(group).filter((lb) => lb.loadBalancerType === "application");
  const zones = users.map((lb) => lb.zones);
  const [first] = zones;
  if (first === undefined || zones.length > 1 || isUnknown(first) || first.length === 0) return undefined;
  const names = first.filter((zone) => !isUnknown(zone)) as readonly string[];
  return names.length === first.length ? new Set(names) : undefined;
}
