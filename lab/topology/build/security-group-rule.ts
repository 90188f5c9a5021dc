import type { Resource } from "../graph/types";
import { isUnknown, type Knowable, type Link, unknown } from "../known";
import type { Peer, SecurityGroupRule } from "../model/network";
import { type Declared, fieldsOf } from "./declared";
import type { Fields } from "./fields";
import { groupOfAccount } from "./security-groups-of";

/** Where a rule stands, as its rows carry it. */
type Origin = Pick<SecurityGroupRule, "address" | "inline" | "direction">;

/** The rules of an inline block or of an `aws_security_group_rule`: one for each peer. */
export function listedPeers(
  fields: Fields,
  origin: Origin,
  self: Link,
  declared: Declared,
): readonly SecurityGroupRule[] {
  const isSelf = fields.flag("self", false);
  const source = groupOfAccount(fields, "source_security_group_id", declared);
  const groups = declared.links(fields, "security_groups", "security group");
  return withPeers(fields, "protocol", origin, [
    ...cidrs(fields.texts("cidr_blocks")),
    ...cidrs(fields.texts("ipv6_cidr_blocks")),
    ...each(fields.links("prefix_list_ids"), (prefixList): Peer => ({ prefixList })),
    ...each(groups, (securityGroup): Peer => ({ securityGroup })),
    ...(source === undefined ? [] : [{ securityGroup: source }]),
    ...(isSelf === false ? [] : [{ securityGroup: isUnknown(isSelf) ? isSelf : self }]),
  ]);
}

/** The rule of an `aws_vpc_security_group_ingress_rule` or `_egress_rule`, which has one peer. */
export function singlePeer(
  resource: Resource,
  direction: "ingress" | "egress",
  declared: Declared,
): readonly SecurityGroupRule[] {
  const fields = fieldsOf(resource);
  const group = groupOfAccount(fields, "referenced_security_group_id", declared);
  const prefixList = fields.link("prefix_list_id");
  const texts = [fields.textIfSet("cidr_ipv4"), fields.textIfSet("cidr_ipv6")];
  return withPeers(fields, "ip_protocol", { address: resource.address, inline: false, direction }, [
    ...texts.flatMap((cidr) => (cidr === undefined ? [] : [{ cidr }])),
    ...(group === undefined ? [] : [{ securityGroup: group }]),
    ...(prefixList === undefined ? [] : [{ prefixList }]),
  ]);
}

function withPeers(
  fields: Fields,
  protocolName: string,
  { address, inline, direction }: Origin,
  peers: readonly Peer[],
): readonly SecurityGroupRule[] {
  const protocol = protocolOf(fields.text(protocolName, unknown(`${protocolName} is not set`)));
  // AWS takes no notice of ports where all protocols are meant.
  const isAll = protocol === "-1";
  const fromPort = isAll ? 0 : fields.number("from_port", unknown("from_port is not set"));
  const toPort = isAll ? 65_535 : fields.number("to_port", unknown("to_port is not set"));
  return peers.map((peer) => ({ address, inline, direction, protocol, fromPort, toPort, peer }));
}

/** Numbers and letters that mean the same protocol, as the provider writes them. */
const protocolNames: ReadonlyMap<string, string> = new Map([
  ["all", "-1"],
  ["6", "tcp"],
  ["17", "udp"],
  ["1", "icmp"],
  ["58", "icmpv6"],
]);

function protocolOf(text: Knowable<string>): Knowable<string> {
  if (isUnknown(text)) return text;
  const name = text.toLowerCase();
  return protocolNames.get(name) ?? name;
}

function cidrs(texts: Knowable<readonly Knowable<string>[]>): readonly Peer[] {
  return isUnknown(texts) ? [{ cidr: texts }] : texts.map((cidr) => ({ cidr }));
}

function each(links: Knowable<readonly Link[]>, peerOf: (link: Link) => Peer): readonly Peer[] {
  return isUnknown(links) ? [peerOf(links)] : links.map(peerOf);
}
