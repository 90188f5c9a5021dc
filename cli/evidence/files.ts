import { readFileSync } from "node:fs";
import type { Evidence, SeenTarget } from "../../lab/doctor";
import { follow, isUnknown, type Registration, type TargetGroup, type Topology } from "../../lab/topology";
import { CannotRun } from "../exit-code";
import { parseTargetHealth } from "./target-health";

/** Larger than AWS ever prints for the targets of one group. */
const LARGEST_CHARACTERS = 16 * 1024 * 1024;

/** What somebody saved as evidence: target health of one group a file, and the input beside it. */
export function evidenceOfFiles(
  files: readonly string[],
  declared: Topology | undefined,
  atMs: number,
): Evidence {
  return {
    source: "files",
    atMs,
    ...(declared && { declared }),
    targets: files.flatMap((file) => joined(parseTargetHealth(readText(file), file), declared)),
    requests: [],
    gaps: [],
  };
}

function readText(file: string): string {
  try {
    const text = readFileSync(file, "utf8");
    if (text.length <= LARGEST_CHARACTERS) return text;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new CannotRun(`${file}: must be a file that can be read, got ${code}; correct the path`);
  }
  throw new CannotRun(`${file}: must be what describe-target-health prints, got too much of it`);
}

/** Targets of one file with their group and registration, as far as ids and ports lead to them. */
function joined(targets: readonly SeenTarget[], declared: Topology | undefined): readonly SeenTarget[] {
  if (declared === undefined) return targets;
  const found = targets.map((target) => registrationOf(target, declared));
  const group = groupOf(targets, found, declared);
  return targets.map((target, index) => {
    const registration = found[index];
    const name = registration && nameOf(registration, declared);
    return {
      ...target,
      ...(group && { groupAddress: group.address }),
      ...(group && !isUnknown(group.name) && { groupName: group.name }),
      ...(registration && { address: registration.address }),
      ...(name !== undefined && { name }),
    };
  });
}

/** By what is registered: a state knows the ids of instances, and a literal id or address is in every input. */
function registrationOf({ id, port }: SeenTarget, declared: Topology): Registration | undefined {
  const found = declared.registrations.filter(({ target }) => {
    if (isUnknown(target)) return false;
    if ("external" in target) return target.external === id;
    const instance = follow(declared.instances, target);
    const own = declared.resources.find(({ address }) => address === target.address)?.value("id");
    return own === id || (instance !== undefined && instance.privateIp === id);
  });
  return found.find((registration) => registration.port === port) ?? found[0];
}

/** All targets of a file are in one group: that of any that is known, else the only one with their port. */
function groupOf(
  targets: readonly SeenTarget[],
  found: readonly (Registration | undefined)[],
  declared: Topology,
): TargetGroup | undefined {
  const registration = found.find((one) => one !== undefined);
  if (registration !== undefined) return follow(declared.targetGroups, registration.group);
  const ports = new Set(targets.map(({ port }) => port));
  const fitting = declared.targetGroups.filter((group) => ports.size === 1 && ports.has(knownPort(group)));
  return fitting.length === 1 ? fitting[0] : undefined;
}

function knownPort({ port }: TargetGroup): number | undefined {
  return port === undefined || isUnknown(port) ? undefined : port;
}

function nameOf({ target }: Registration, declared: Topology): string | undefined {
  const name = follow(declared.instances, target)?.name;
  return name === undefined || isUnknown(name) ? undefined : name;
}
