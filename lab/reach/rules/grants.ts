import {
  isUnknown,
  type Knowable,
  type Link,
  type Peer,
  type SecurityGroup,
  type SecurityGroupRule,
  type Unknown,
} from "../../topology";
import type { End } from "../ends/ends";
import type { Ground } from "../ground";
import { addressesOf, EVERYWHERE } from "../sets/addresses";
import type { Intervals } from "../sets/intervals";
import { EVERYTHING, hasPorts, isIcmp, protocolNumber, servicesOf } from "../sets/services";
import { isSame, keyOf } from "../values";
import { listedAddresses } from "./prefix-lists";

export type Direction = "ingress" | "egress";

/** What one rule opens at one end. */
export interface Grant {
  /** Address of the resource that declares it: the security group itself for a block in it. */
  readonly rule: string;
  /** Who may be at the other end. */
  readonly peer: GrantPeer;
  readonly services: Knowable<Intervals>;
}

export type GrantPeer =
  | { readonly addresses: Intervals; readonly text: string }
  /** Whoever has this security group. */
  | { readonly group: Link; readonly text: string }
  /** Addresses of a list that is kept elsewhere. */
  | { readonly prefixList: string; readonly text: string }
  | Unknown;

/** Everything that the security groups of an end open, in the order of the groups. */
export function grantsOf(ground: Ground, end: End, direction: Direction): readonly Grant[] {
  const { securityGroups, address } = end;
  if (isUnknown(securityGroups))
    return [doubt(address, `the security groups of ${address}: ${securityGroups.unknown}`)];
  const own = securityGroups.flatMap((link) => grantsOfGroup(ground, link, direction));
  if (securityGroups.length === 0) own.push(ofNoGroup(end));
  if (ground.hasModules) own.push(doubt(address, "a module that cannot be looked into may add rules"));
  return own;
}

function ofNoGroup({ address, resource }: End): Grant {
  const kind = resource?.value("load_balancer_type");
  if (kind !== "network" && kind !== "gateway")
    return doubt(address, `${address} sets no security group, so the default one of its VPC counts`);
  return { rule: address, peer: { addresses: EVERYWHERE, text: "everybody" }, services: EVERYTHING };
}

export function grantsOfGroup(ground: Ground, link: Link, direction: Direction): Grant[] {
  if (isUnknown(link)) return [doubt("?", `which security group it is: ${link.unknown}`)];
  const key = keyOf(link) ?? "?";
  const group = ground.group(link);
  if (group === undefined) return [doubt(key, `the rules of ${key} are not declared here`)];
  if (isUnknown(group.rules)) return [doubt(key, `the rules of ${key}: ${group.rules.unknown}`)];
  return group.rules
    .filter((rule) => rule.direction === direction)
    .map((rule) => ({
      rule: rule.address,
      peer: peerOfRule(ground, rule, group),
      services: servicesOfRule(rule),
    }));
}

function doubt(rule: string, reason: string): Grant {
  return { rule, peer: { unknown: reason }, services: EVERYTHING };
}

function servicesOfRule({ protocol, fromPort, toPort, address }: SecurityGroupRule): Knowable<Intervals> {
  if (isUnknown(protocol)) return { unknown: `the protocol of ${address}: ${protocol.unknown}` };
  const number = protocolNumber(protocol);
  if (number === undefined) return { unknown: `${protocol} of ${address} is no known protocol` };
  if (!hasPorts(number) && !isIcmp(number)) return servicesOf(number, 0, 0);
  if (isUnknown(fromPort)) return { unknown: `the ports of ${address}: ${fromPort.unknown}` };
  if (isUnknown(toPort)) return { unknown: `the ports of ${address}: ${toPort.unknown}` };
  return servicesOf(number, fromPort, toPort);
}

function peerOfRule(ground: Ground, { address, peer }: SecurityGroupRule, group: SecurityGroup): GrantPeer {
  const known = peerOf(ground, peer, group);
  return isUnknown(known) ? { unknown: `who is meant by ${address}: ${known.unknown}` } : known;
}

function peerOf(ground: Ground, peer: Peer, group: SecurityGroup): GrantPeer {
  if ("cidr" in peer) return blockOf(peer.cidr);
  if ("securityGroup" in peer) {
    const { securityGroup } = peer;
    if (isUnknown(securityGroup)) return securityGroup;
    const isSelf = isSame(securityGroup, group) === true;
    return { group: securityGroup, text: isSelf ? `${group.address} itself` : (keyOf(securityGroup) ?? "?") };
  }
  const text = keyOf(peer.prefixList);
  if (text === undefined) return isUnknown(peer.prefixList) ? peer.prefixList : { unknown: "a prefix list" };
  const addresses = listedAddresses(ground, peer.prefixList);
  return addresses === undefined ? { prefixList: text, text } : { addresses, text };
}

function blockOf(cidr: Knowable<string>): GrantPeer {
  if (isUnknown(cidr)) return cidr;
  const addresses = addressesOf(cidr);
  return addresses === undefined ? { unknown: `${cidr} is no CIDR block` } : { addresses, text: cidr };
}
