import { type Block, isUnknown, type Knowable, type Link, type Resource } from "../topology";
import { memoize } from "./memoize";
import type { Subject } from "./subject";

/** A rule of a security group as it is written: a nested block or a resource, with all of its peers. */
export interface WrittenRule {
  /** The resource that declares it: the group itself when `inline`. */
  readonly at: Resource;
  readonly block: Block;
  readonly inline: boolean;
  readonly direction: "ingress" | "egress";
  /** Absent: not set. */
  readonly group?: Link;
  /** `tcp`, `udp`, `icmp`, `icmpv6`, a number, or `-1` for all; absent: not set. */
  readonly protocol?: Knowable<string>;
  readonly fromPort?: Knowable<number>;
  readonly toPort?: Knowable<number>;
  /** Its place for a person, such as `ingress block 2`; empty for a resource of its own. */
  readonly place: string;
}

/** One network that a rule names. */
export interface RuleCidr {
  /** Such as `cidr_blocks`. */
  readonly argument: string;
  readonly family: "IPv4" | "IPv6";
  readonly cidr: Knowable<string>;
}

const GROUPS = ["aws_security_group", "aws_default_security_group"];

/** Every rule of every group that is declared here; none of blocks that are unknown as a whole. */
export const writtenRules = memoize((subject: Subject): readonly WrittenRule[] => {
  const inline = subject
    .resources(...GROUPS)
    .flatMap((group) => [...inlineRules(group, "ingress"), ...inlineRules(group, "egress")]);
  const listed = subject.resources("aws_security_group_rule").flatMap((rule) => {
    const direction = rule.value("type");
    return direction === "ingress" || direction === "egress" ? [standalone(rule, direction, "protocol")] : [];
  });
  return [
    ...inline,
    ...listed,
    ...subject
      .resources("aws_vpc_security_group_ingress_rule")
      .map((rule) => standalone(rule, "ingress", "ip_protocol")),
    ...subject
      .resources("aws_vpc_security_group_egress_rule")
      .map((rule) => standalone(rule, "egress", "ip_protocol")),
  ];
});

function inlineRules(group: Resource, direction: WrittenRule["direction"]): readonly WrittenRule[] {
  const blocks = group.blocks(direction);
  if (isUnknown(blocks)) return [];
  return blocks.map((block, index) => ({
    ...portsOf(block, "protocol"),
    at: group,
    block,
    inline: true,
    direction,
    group: { address: group.address },
    place: blocks.length > 1 ? `${direction} block ${index + 1}` : direction,
  }));
}

function standalone(rule: Resource, direction: WrittenRule["direction"], protocolName: string): WrittenRule {
  const group = rule.link("security_group_id");
  return {
    ...portsOf(rule, protocolName),
    at: rule,
    block: rule,
    inline: false,
    direction,
    ...(group !== undefined && { group }),
    place: "",
  };
}

function portsOf(block: Block, protocolName: string) {
  const protocol = textOf(block, protocolName);
  const [fromPort, toPort] = [numberOf(block, "from_port"), numberOf(block, "to_port")];
  return {
    ...(protocol !== undefined && { protocol: isUnknown(protocol) ? protocol : nameOf(protocol) }),
    ...(fromPort !== undefined && { fromPort }),
    ...(toPort !== undefined && { toPort }),
  };
}

/** Numbers and letters that mean the same protocol. */
const protocolNames: ReadonlyMap<string, string> = new Map([
  ["all", "-1"],
  ["6", "tcp"],
  ["17", "udp"],
  ["1", "icmp"],
  ["58", "icmpv6"],
]);

function nameOf(protocol: string): string {
  const name = protocol.toLowerCase();
  return protocolNames.get(name) ?? name;
}

/** The text of an argument; `undefined`: not set. */
export function textOf(block: Block, name: string): Knowable<string> | undefined {
  const value = block.value(name);
  if (value === undefined || value === null) return undefined;
  if (isUnknown(value) || typeof value === "string") return value;
  return typeof value === "number" ? String(value) : { unknown: "no text" };
}

function numberOf(block: Block, name: string): Knowable<number> | undefined {
  const value = block.value(name);
  if (value === undefined || value === null || value === "") return undefined;
  if (isUnknown(value) || typeof value === "number") return value;
  const isNumeric = typeof value === "string" && /^\s*-?\d{1,15}(\.\d+)?\s*$/.test(value);
  return isNumeric ? Number(value) : { unknown: "no number" };
}

/** Arguments that hold networks, of one form of rule or another. */
const cidrArguments = [
  { argument: "cidr_blocks", family: "IPv4" },
  { argument: "ipv6_cidr_blocks", family: "IPv6" },
  { argument: "cidr_ipv4", family: "IPv4" },
  { argument: "cidr_ipv6", family: "IPv6" },
] as const;

/** The networks of a rule; a list that is unknown as a whole is one of them. */
export const cidrsOf = memoize(({ block }: WrittenRule): readonly RuleCidr[] =>
  cidrArguments.flatMap(({ argument, family }) => {
    const value = block.value(argument);
    if (value === undefined || value === null || value === "") return [];
    if (isUnknown(value)) return [{ argument, family, cidr: value }];
    const items: readonly unknown[] = Array.isArray(value) ? value : [value];
    return items.map((item) => ({
      argument,
      family,
      cidr: typeof item === "string" || isUnknown(item) ? item : { unknown: "no text" },
    }));
  }),
);

const linkArguments = ["source_security_group_id", "referenced_security_group_id", "prefix_list_id"];
const linksArguments = ["security_groups", "prefix_list_ids"];

/** The groups and prefix lists of a rule, its own group for `self`. */
export function linksOf({ block, group }: WrittenRule): readonly Link[] {
  const self = block.value("self");
  const single = linkArguments.flatMap((name) => block.link(name) ?? []);
  const listed = linksArguments.flatMap((name) => {
    const links = block.links(name);
    return isUnknown(links) ? [links] : links;
  });
  if (self === undefined || self === null || self === false || self === "false")
    return [...single, ...listed];
  const own = isUnknown(self) ? self : (group ?? { unknown: "security_group_id is not set" });
  return [...single, ...listed, own];
}

/** Whether its protocol has ports, and which one that is is known. */
export function hasPorts({ protocol }: WrittenRule): boolean {
  return protocol === "tcp" || protocol === "udp";
}

/** Where a rule is, for the end of a message; its address says so where it is a resource of its own. */
export function placed({ place }: WrittenRule): string {
  return place === "" ? "" : ` (${place})`;
}
