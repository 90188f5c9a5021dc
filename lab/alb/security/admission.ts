import { isUnknown, type Link, type Peer, type SecurityGroup, type SecurityGroupRule } from "../../topology";
import { contains, overlaps } from "./cidr";

/** Who is at the other end: anybody at all, or somebody with these security groups and addresses; none: not known. */
export type Party =
  | "anybody"
  | { readonly securityGroups: readonly Link[]; readonly cidrs: readonly string[] };

/** Whether security groups let TCP through, and the address of the rule that does. */
export type Admission =
  | { readonly verdict: "yes"; readonly rule: string }
  | { readonly verdict: "no" }
  | { readonly verdict: "unknown"; readonly reason: string };

/** Judges all groups of one network interface together: one rule that admits is enough. */
export function admits(
  groups: readonly SecurityGroup[],
  direction: SecurityGroupRule["direction"],
  port: number,
  party: Party,
): Admission {
  let doubt: string | undefined;
  for (const group of groups) {
    if (isUnknown(group.rules)) {
      doubt ??= `rules of ${group.address}: ${group.rules.unknown}`;
      continue;
    }
    for (const rule of group.rules) {
      const verdict = rule.direction === direction ? judge(rule, port, party) : "no";
      if (verdict === "yes") return { verdict, rule: rule.address };
      if (verdict === "unknown") doubt ??= `${rule.address} cannot be judged before apply`;
    }
  }
  return doubt === undefined ? { verdict: "no" } : { verdict: "unknown", reason: doubt };
}

type Verdict = Admission["verdict"];

function judge(rule: SecurityGroupRule, port: number, party: Party): Verdict {
  const ports = admitsPort(rule, port);
  return ports === "no" ? "no" : both(ports, admitsParty(rule.peer, party));
}

function admitsPort({ protocol, fromPort, toPort }: SecurityGroupRule, port: number): Verdict {
  if (isUnknown(protocol)) return "unknown";
  if (protocol === "-1" || protocol === "all") return "yes";
  if (protocol !== "tcp" && protocol !== "6") return "no";
  if (isUnknown(fromPort) || isUnknown(toPort)) return "unknown";
  return fromPort <= port && port <= toPort ? "yes" : "no";
}

function admitsParty(peer: Peer, party: Party): Verdict {
  if (party === "anybody") return "yes";
  if ("securityGroup" in peer) return oneOf(peer.securityGroup, party.securityGroups);
  if ("prefixList" in peer) return "unknown";
  const { cidr } = peer;
  if (isUnknown(cidr)) return "unknown";
  if (cidr === "0.0.0.0/0") return "yes";
  if (party.cidrs.length === 0) return "unknown";
  if (party.cidrs.every((block) => contains(cidr, block))) return "yes";
  return party.cidrs.some((block) => overlaps(cidr, block)) ? "unknown" : "no";
}

function oneOf(group: Link, groups: readonly Link[]): Verdict {
  if (isUnknown(group)) return "unknown";
  if (groups.some((candidate) => isSame(candidate, group))) return "yes";
  return groups.some((candidate) => isUnknown(candidate)) ? "unknown" : "no";
}

function isSame(one: Link, other: Link): boolean {
  if ("address" in one && "address" in other) return one.address === other.address;
  return "external" in one && "external" in other && one.external === other.external;
}

function both(one: Verdict, other: Verdict): Verdict {
  if (one === "no" || other === "no") return "no";
  return one === "unknown" || other === "unknown" ? "unknown" : "yes";
}
