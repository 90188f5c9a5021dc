import type { Block, Link, Resource } from "../topology";
import { memoize } from "./memoize";
import { blocksOf, flagOf, isLinkTo, isSet, linksOf, type Path, textOf } from "./policy";
import type { Subject } from "./subject";

/** Resource types that are instances. */
export const INSTANCES = ["aws_instance", "aws_spot_instance_request"];

/** Where each kind of server has a setting: an instance, a launch template, a launch configuration. */
export interface Places {
  readonly instance: Path;
  readonly template: Path;
  readonly configuration: Path;
}

/** A resource whose word on a setting takes effect, and where it says it. */
export interface Decider {
  readonly resource: Resource;
  readonly path: Path;
}

/**
 * Who decides a setting of servers. What an instance does not say, its launch template says, and a template whose
 * instances all speak for themselves has no say.
 */
export function decidersOf(subject: Subject, places: Places): readonly Decider[] {
  const instances = subject.resources(...INSTANCES);
  const speaks = (instance: Resource) => isSet(instance, places.instance) !== false;
  return [
    ...instances
      .filter((instance) => speaks(instance) || !hasTemplate(instance))
      .map((resource) => ({ resource, path: places.instance })),
    ...subject
      .resources("aws_launch_template")
      .filter((template) => !isOutvoted(subject, template, speaks))
      .map((resource) => ({ resource, path: places.template })),
    ...subject
      .resources("aws_launch_configuration")
      .map((resource) => ({ resource, path: places.configuration })),
  ];
}

/** Whether an instance has a launch template, or may have one. */
export function hasTemplate(instance: Resource): boolean {
  return blocksOf(instance, "launch_template")?.length !== 0;
}

function isOutvoted(subject: Subject, template: Resource, speaks: (instance: Resource) => boolean): boolean {
  const users = usersOf(subject)(template);
  return users !== "a group" && users.length > 0 && users.every(speaks);
}

/** The instances that are made from a template, unless an auto scaling group makes more of them. */
const usersOf = memoize((subject: Subject) =>
  memoize((template: Resource): readonly Resource[] | "a group" => {
    const { groups, instances } = templateUses(subject);
    const uses = ({ links }: { readonly links: readonly Link[] }) =>
      links.some((link) => isLinkTo(subject, link, template, "id") === true);
    if (groups.some(uses)) return "a group";
    return instances.filter(uses).map(({ resource }) => resource);
  }),
);

/** Where instances and auto scaling groups say which launch template they are made from. */
const templateUses = memoize((subject: Subject) => {
  const named = (block: Block, prefix: string, ...path: Path) =>
    ["id", "name"].flatMap((name) => linksOf(block, [...path, `${prefix}${name}`]).slice(0, 1));
  return {
    groups: subject.resources("aws_autoscaling_group").map((group) => ({
      links: [...named(group, "", "launch_template"), ...named(group, "launch_template_", ...MIXED)],
    })),
    instances: subject
      .resources(...INSTANCES)
      .map((resource) => ({ resource, links: named(resource, "", "launch_template") })),
  };
});

const MIXED = ["mixed_instances_policy", "launch_template", "launch_template_specification"];

/** Whether the account encrypts volumes that do not say it, or may do so. */
export function areVolumesEncryptedByDefault(subject: Subject): boolean {
  return subject
    .resources("aws_ebs_encryption_by_default")
    .some((it) => flagOf(it, ["enabled"], true) !== false);
}

/** Names under which images have their root volume. */
const ROOT_DEVICES = ["/dev/xvda", "/dev/sda1"];

export function isRootDevice(mapping: Block): boolean | undefined {
  const name = textOf(mapping, ["device_name"], "");
  return name === undefined ? undefined : ROOT_DEVICES.includes(name);
}

/** Whether a volume is encrypted; one that is made from a snapshot is as the snapshot is. */
export function isEncrypted(volume: Block): boolean | undefined {
  const isSaid = isSet(volume, ["encrypted"]) !== false;
  if (!isSaid && isSet(volume, ["snapshot_id"]) !== false) return undefined;
  return flagOf(volume, ["encrypted"], false);
}
