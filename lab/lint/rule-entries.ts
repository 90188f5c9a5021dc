import { isUnknown } from "../topology";
import { groupAddressOf } from "./group-users";
import { cidrsOf, linksOf, type WrittenRule, writtenRules } from "./security-rules";
import type { Subject } from "./subject";

/** One rule as AWS counts it: one protocol, one range of ports, one peer. */
export interface RuleEntry {
  readonly rule: WrittenRule;
  /** Address of its security group. */
  readonly group: string;
  /** A network, or the address or id of a group or prefix list, as a text. */
  readonly peer: string;
  /** What AWS counts it as; a group or a list counts as one of each. */
  readonly families: readonly ("IPv4" | "IPv6")[];
  /** Equal for two entries that are the same to AWS; absent: not all of it is known. */
  readonly content?: string;
}

/**
 * Every entry of the groups that are declared here, without rules that may not exist. In a plan or a state the entries
 * of rules that are resources of their own come once more, as blocks that were read back.
 */
export function ruleEntries(subject: Subject): readonly RuleEntry[] {
  return writtenRules(subject).flatMap((rule) => {
    const group = groupAddressOf(rule);
    return group === undefined || rule.at.instances !== undefined ? [] : entriesOf(rule, group);
  });
}

function entriesOf(rule: WrittenRule, group: string): readonly RuleEntry[] {
  const networks = cidrsOf(rule).flatMap(({ cidr, family }) =>
    isUnknown(cidr) ? [] : [entry(rule, group, cidr.toLowerCase(), [family])],
  );
  const links = linksOf(rule).flatMap((link) => {
    if (isUnknown(link)) return [];
    return [entry(rule, group, "address" in link ? link.address : link.external, ["IPv4", "IPv6"])];
  });
  return [...networks, ...links];
}

function entry(rule: WrittenRule, group: string, peer: string, families: RuleEntry["families"]): RuleEntry {
  const { direction, protocol, fromPort, toPort } = rule;
  const ports = protocol === "-1" ? [] : [fromPort, toPort];
  const isKnown =
    protocol !== undefined && ![protocol, ...ports].some((part) => part === undefined || isUnknown(part));
  const content = isKnown && JSON.stringify([group, direction, protocol, ports, peer]);
  return { rule, group, peer, families, ...(content !== false && { content }) };
}
