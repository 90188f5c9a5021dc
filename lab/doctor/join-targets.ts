import type { Subject } from "../lint";
import { isUnknown, type Registration, type TargetGroup } from "../topology";
import type { Evidence, SeenTarget } from "./evidence";
import { type Target, targetOf } from "./target";
import { known } from "./words";

/**
 * Every target that was seen, with its group and its registration; where nobody has looked at any, what the input
 * registers instead.
 */
export function joinTargets({ targets, source }: Evidence, links: Subject): readonly Target[] {
  if (targets.length > 0 || source !== "files")
    return targets.map((seen, index) => joinSeen(seen, String(index), links));
  return links
    .targetGroups()
    .flatMap((group) =>
      links
        .registrationsOf(group)
        .map((registration) => targetOf(links, registration.address, undefined, group, registration)),
    );
}

function joinSeen(seen: SeenTarget, key: string, links: Subject): Target {
  const group = groupOf(seen, links);
  const candidates = group === undefined ? links.topology.registrations : links.registrationsOf(group);
  const registration = registrationOf(seen, candidates, links);
  return targetOf(links, key, seen, group ?? owner(registration, links), registration);
}

function groupOf({ groupAddress, groupName }: SeenTarget, links: Subject): TargetGroup | undefined {
  const groups = links.topology.targetGroups;
  const found =
    groups.find(({ address }) => address === groupAddress) ??
    groups.find(({ name }) => groupName !== undefined && known(name) === groupName);
  if (found !== undefined || groupName !== undefined || groupAddress !== undefined) return found;
  return groups.length === 1 ? groups[0] : undefined;
}

function owner(registration: Registration | undefined, links: Subject): TargetGroup | undefined {
  const link = registration?.group;
  if (link === undefined || !("address" in link)) return undefined;
  return links.topology.targetGroups.find(({ address }) => address === link.address);
}

/** By its address, by what is registered, by its name; the port decides between several. */
function registrationOf(
  seen: SeenTarget,
  candidates: readonly Registration[],
  links: Subject,
): Registration | undefined {
  const address = seen.address?.replace(/#\d+$/, "");
  const ways: ((registration: Registration) => boolean)[] = [
    (registration) => registration.address === address,
    ({ target }) => "address" in target && target.address === address,
    ({ target }) => !isUnknown(target) && Object.values(target).includes(seen.id),
    (registration) => idOfServer(registration, links) === seen.id,
    (registration) => seen.name !== undefined && known(links.serverOf(registration)?.name) === seen.name,
  ];
  for (const way of ways) {
    const found = candidates.filter(way);
    const [first] = found;
    if (first !== undefined) return found.find(({ port }) => known(port) === seen.port) ?? first;
  }
  return undefined;
}

/** The id that AWS has given to an instance: a state says it. */
function idOfServer(registration: Registration, links: Subject): string | undefined {
  const { target } = registration;
  const id = "address" in target ? links.resource(target.address)?.value("id") : undefined;
  return typeof id === "string" ? id : undefined;
}
