import type { Side } from "./side";

/** A text that is the same for two resources that are the same; undefined: it cannot be told by this. */
export type Identity = (side: Side) => string | undefined;

/** Types that stand for the same kind of thing. */
const KIN: Readonly<Record<string, string>> = {
  aws_alb: "aws_lb",
  aws_alb_listener: "aws_lb_listener",
  aws_alb_listener_certificate: "aws_lb_listener_certificate",
  aws_alb_listener_rule: "aws_lb_listener_rule",
  aws_alb_target_group: "aws_lb_target_group",
  aws_alb_target_group_attachment: "aws_lb_target_group_attachment",
  aws_default_network_acl: "aws_network_acl",
  aws_default_security_group: "aws_security_group",
  aws_default_subnet: "aws_subnet",
  aws_default_vpc: "aws_vpc",
};

/** The name that stands for all types of a kind. */
export function kinOf(type: string): string {
  return KIN[type] ?? type;
}

const text =
  (...path: readonly string[]): Identity =>
  (side) =>
    side.text(...path);
const ref =
  (...path: readonly string[]): Identity =>
  (side) =>
    side.ref(...path);
/** Both must be told. */
const both =
  (...parts: readonly Identity[]): Identity =>
  (side) => {
    const found = parts.map((part) => part(side));
    return found.includes(undefined) ? undefined : JSON.stringify(found);
  };
/** The first that can be told; where none can, all are the same in this. */
const any =
  (...parts: readonly Identity[]): Identity =>
  (side) =>
    parts.map((part) => part(side)).find((found) => found !== undefined) ?? "";

const nameTag = text("tags", "Name");
const destination = any(
  text("destination_cidr_block"),
  text("destination_ipv6_cidr_block"),
  ref("destination_prefix_list_id"),
);

/** `-1` is written in more ways than one, and takes no notice of ports. */
const ports: Identity = (side) => {
  const protocol = side.text("ip_protocol")?.toLowerCase();
  if (protocol === undefined) return undefined;
  return /^(-1|all)$/.test(protocol)
    ? "all"
    : `${protocol}:${side.text("from_port")}-${side.text("to_port")}`;
};
const peer: Identity = (side) => {
  const group = side.ref("referenced_security_group_id");
  return (
    side.text("cidr_ipv4") ??
    side.text("cidr_ipv6") ??
    side.ref("prefix_list_id") ??
    group?.replace(/^\d+\//, "")
  );
};
const rule = [both(ref("security_group_id"), ports, peer)];
const target = both(ref("target_group_arn"), ref("target_id"));

/**
 * How elements of a kind are told from each other, the surest way first. Ids and ARNs come before all of
 * these.
 */
export const identities: Readonly<Record<string, readonly Identity[]>> = {
  aws_vpc: [nameTag, text("cidr_block")],
  aws_subnet: [nameTag, both(ref("vpc_id"), text("cidr_block"))],
  aws_security_group: [
    both(ref("vpc_id"), text("name")),
    both(ref("vpc_id"), nameTag),
    text("name"),
    nameTag,
  ],
  aws_vpc_security_group_ingress_rule: rule,
  aws_vpc_security_group_egress_rule: rule,
  aws_internet_gateway: [ref("vpc_id"), nameTag],
  aws_nat_gateway: [nameTag, ref("subnet_id")],
  aws_route_table: [nameTag],
  aws_route: [both(ref("route_table_id"), destination)],
  aws_route_table_association: [any(ref("subnet_id"), ref("gateway_id"))],
  aws_main_route_table_association: [ref("vpc_id")],
  aws_network_acl: [nameTag],
  aws_instance: [both(nameTag, ref("subnet_id")), nameTag],
  aws_lb: [text("name")],
  aws_lb_target_group: [text("name")],
  // one that was registered on another port is still the same
  aws_lb_target_group_attachment: [both(target, text("port")), target],
  aws_lb_listener: [both(ref("load_balancer_arn"), text("port"))],
  aws_lb_listener_rule: [both(ref("listener_arn"), text("priority"))],
  aws_lb_listener_certificate: [both(ref("listener_arn"), ref("certificate_arn"))],
};

/** Kinds whose names may begin with a declared prefix. */
export const prefixed: ReadonlySet<string> = new Set(["aws_lb", "aws_lb_target_group", "aws_security_group"]);
