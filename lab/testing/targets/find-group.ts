import { follow, labelOf, type TargetGroup, type Topology } from "../../topology";
import { CannotJudge } from "../cannot-judge";
import type { Received } from "../received/read-received";
import { shown, someOf } from "../words";
import { fullNamesOf, shortNamesOf } from "./names-of";

/**
 * The target group that somebody names: by its name, with or without the hash at its end, its Terraform address, the path
 * of its construct or the last part of that, or by the construct that its servers are in.
 * @throws CannotJudge where it is none, or one of several
 */
export function findGroup({ name, topology }: Received, wanted: string): TargetGroup {
  const { targetGroups } = topology;
  if (targetGroups.length === 0)
    throw new CannotJudge(`${name}: must declare a target group, got none; is it the right input?`);
  const found = matching(topology, wanted);
  const [only, ...others] = found;
  if (only !== undefined && others.length === 0) return only;
  if (only === undefined)
    throw new CannotJudge(
      `no target group is called ${shown(wanted)}; there ${targetGroups.length === 1 ? "is" : "are"} ${someOf(labelsOf(topology))}`,
    );
  throw new CannotJudge(
    `${shown(wanted)} may be any of ${found.length} target groups; say which by ${someOf(found.map(placeOfGroup), "or")}`,
  );
}

function matching(topology: Topology, wanted: string): readonly TargetGroup[] {
  const { targetGroups } = topology;
  for (const namesOf of [fullNamesOf, shortNamesOf, serversOf(topology)]) {
    const found = targetGroups.filter((group) => namesOf(group).includes(wanted));
    if (found.length > 0) return found;
  }
  return [];
}

/** What people call each group. */
function labelsOf(topology: Topology): readonly string[] {
  return topology.targetGroups.map((group) => labelOfGroup(topology, group));
}

/** The construct that all of its servers are in, or the shortest of its own names, where that is its alone. */
export function labelOfGroup(topology: Topology, group: TargetGroup): string {
  const servers = serversOf(topology);
  const isOwn = (name: string) =>
    topology.targetGroups.every(
      (other) => other === group || ![...shortNamesOf(other), ...servers(other)].includes(name),
    );
  const [service, ...others] = new Set(servers(group));
  const names = service === undefined || others.length > 0 ? [] : [service];
  return [...names, ...shortNamesOf(group)].find(isOwn) ?? labelOf(group);
}

function placeOfGroup({ path, address }: TargetGroup): string {
  return path ?? address;
}

/** Names of the constructs that hold the servers of a group: `web` of `dev/web/Server-1/instance`. */
function serversOf({
  registrations,
  instances,
  targetGroups,
}: Topology): (group: TargetGroup) => readonly string[] {
  return (group) =>
    registrations
      .filter((registration) => follow(targetGroups, registration.group) === group)
      .flatMap(({ target }) => follow(instances, target)?.path?.split("/").slice(1, -2).slice(-1) ?? []);
}
