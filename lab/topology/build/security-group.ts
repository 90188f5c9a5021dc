import type { Resource } from "../graph/types";
import { isUnknown, type Knowable, type Link, type Unknown, unknown } from "../known";
import type { SecurityGroup, SecurityGroupRule } from "../model/network";
import { append } from "./append";
import { type Declared, elementOf, fieldsOf } from "./declared";
import { optional } from "./launch";
import { inOneOrder } from "./order";
import { listedPeers, singlePeer } from "./security-group-rule";

/** Rules that are resources of their own: those of each group, and one that may belong to any. */
export interface StandaloneRules {
  readonly byGroup: ReadonlyMap<string, readonly Knowable<readonly SecurityGroupRule[]>[]>;
  readonly ofAnyGroup?: Unknown;
}

export function buildSecurityGroup(
  resource: Resource,
  standalone: StandaloneRules,
  declared: Declared,
): SecurityGroup {
  const fields = fieldsOf(resource);
  const isDefault = resource.type === "aws_default_security_group";
  return {
    ...elementOf(resource),
    name: fields.text("name", isDefault ? "default" : unknown("made up at apply")),
    ...optional("vpc", declared.linkIfSet(fields, "vpc_id", "vpc")),
    rules: rulesOf(resource, standalone, declared),
  };
}

export function standaloneRules(declared: Declared): StandaloneRules {
  const byGroup = new Map<string, Knowable<readonly SecurityGroupRule[]>[]>();
  let ofAnyGroup: Unknown | undefined;
  for (const resource of declared.all("security group rule")) {
    const group = declared.link(fieldsOf(resource), "security_group_id", "security group");
    if (isUnknown(group)) ofAnyGroup ??= unknown(`${resource.address} may be one of them: ${group.unknown}`);
    else if ("address" in group) append(byGroup, group.address, standaloneRule(resource, group, declared));
  }
  return { byGroup, ...optional("ofAnyGroup", ofAnyGroup) };
}

function standaloneRule(
  resource: Resource,
  self: Link,
  declared: Declared,
): Knowable<readonly SecurityGroupRule[]> {
  if (resource.instances)
    return unknown(`how many ${resource.address} there are: ${resource.instances.unknown}`);
  if (resource.type === "aws_vpc_security_group_ingress_rule")
    return singlePeer(resource, "ingress", declared);
  if (resource.type === "aws_vpc_security_group_egress_rule") return singlePeer(resource, "egress", declared);
  const fields = fieldsOf(resource);
  const direction = fields.text("type", unknown("type is not set"));
  if (isUnknown(direction)) return unknown(`direction of ${resource.address}: ${direction.unknown}`);
  if (direction !== "ingress" && direction !== "egress")
    return unknown(`direction of ${resource.address}: must be ingress or egress`);
  return listedPeers(fields, { address: resource.address, inline: false, direction }, self, declared);
}

function rulesOf(
  resource: Resource,
  { byGroup, ofAnyGroup }: StandaloneRules,
  declared: Declared,
): Knowable<readonly SecurityGroupRule[]> {
  if (resource.mode === "data") return unknown("looked up by a data source, which does not say");
  const inline = [inlineRules(resource, "ingress", declared), inlineRules(resource, "egress", declared)];
  const own = byGroup.get(resource.address) ?? [];
  const doubtful = [...inline, ...own].find(isUnknown) ?? ofAnyGroup;
  if (doubtful) return doubtful;
  const standalone = own.flatMap((rules) => (isUnknown(rules) ? [] : rules));
  const written = inline.flatMap((rules) => (isUnknown(rules) ? [] : rules));
  const isSynth = declared.graph.source.kind === "synth";
  return inOneOrder([...(isSynth ? written : withoutRepeated(written, standalone)), ...standalone]);
}

/** Terraform reads a group back with all its rules, also those that are resources of their own. */
function withoutRepeated(
  inline: readonly SecurityGroupRule[],
  standalone: readonly SecurityGroupRule[],
): readonly SecurityGroupRule[] {
  const content = ({ address: _, inline: __, ...rest }: SecurityGroupRule) => JSON.stringify(rest);
  const known = new Set(standalone.map(content));
  return inline.filter((rule) => !known.has(content(rule)));
}

function inlineRules(
  resource: Resource,
  direction: "ingress" | "egress",
  declared: Declared,
): Knowable<readonly SecurityGroupRule[]> {
  const blocks = fieldsOf(resource).blocks(direction);
  if (isUnknown(blocks)) return blocks;
  const { address } = resource;
  return blocks.flatMap((block) =>
    listedPeers(block, { address, inline: true, direction }, { address }, declared),
  );
}
