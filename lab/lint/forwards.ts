import { follow, isUnknown, type Knowable, type Link, type TargetGroup } from "../topology";
import { actionsOf, numberAt, type PlacedAction, type WrittenAction } from "./actions";
import { leadsTo, type Subject } from "./subject";
import { known } from "./values";

/** A forward action to several groups by weight: the entries of its `forward` block. */
export interface WeightedForward extends PlacedAction {
  readonly entries: readonly WeightedEntry[];
}

export interface WeightedEntry {
  readonly link: Link | undefined;
  /** 1 where none is set; undefined: not known. */
  readonly weight: number | undefined;
}

/** Every forward action that has a `forward` block, with the entries of it. */
export function* weightedForwards(subject: Subject): Generator<WeightedForward> {
  for (const action of actionsOf(subject, "forward")) {
    const blocks = known(action.block.blocks("forward", "target_group")) ?? [];
    const entries = blocks.map((block) => ({
      link: block.link("arn"),
      weight: block.value("weight") === undefined ? 1 : numberAt(block, "weight"),
    }));
    if (entries.length > 0) yield { ...action, entries };
  }
}

/** The target groups that an action forwards to and that are known, declared here or looked up. */
export function groupsOf(subject: Subject, { type, block }: WrittenAction): readonly TargetGroup[] {
  if (type !== "forward") return [];
  const entries = known(block.blocks("forward", "target_group")) ?? [];
  const links = [block.link("target_group_arn"), ...entries.map((entry) => entry.link("arn"))];
  const groups = links.flatMap((link) => follow(subject.topology.targetGroups, link) ?? []);
  return [...new Set(groups)];
}

/** Whether a target group of this protocol version takes only what came over HTTPS. */
export function needsHttps(protocolVersion: Knowable<string>): boolean {
  return protocolVersion === "HTTP2" || protocolVersion === "GRPC";
}

/** Whether two links certainly lead to two groups. An ARN leads to the group that bears its name. */
export function areTwoGroups(subject: Subject, one: Link | undefined, other: Link | undefined): boolean {
  if (one === undefined || other === undefined || isUnknown(one) || isUnknown(other)) return false;
  if (isSameLink(one, other)) return false;
  if ("address" in one && "address" in other)
    return [one, other].every((link) => subject.targetGroups().some((group) => leadsTo(link, group)));
  const names = [nameOf(subject, one), nameOf(subject, other)];
  if ("external" in one && "external" in other) return !names.includes(undefined);
  return !names.includes(undefined) && names[0] !== names[1];
}

export function isSameLink(one: Link | undefined, other: Link | undefined): boolean {
  if (one === undefined || other === undefined) return false;
  if ("address" in one && "address" in other) return one.address === other.address;
  return "external" in one && "external" in other && one.external === other.external;
}

function nameOf(subject: Subject, link: Link): string | undefined {
  if ("external" in link) return /:targetgroup\/([^/]+)\//.exec(link.external)?.[1];
  return known(follow(subject.topology.targetGroups, link)?.name);
}
