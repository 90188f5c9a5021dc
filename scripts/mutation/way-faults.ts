import { type Body, type Fault, mistake, type Resources, wrongValue } from "./fault";

const INGRESS = "aws_vpc_security_group_ingress_rule";
const EGRESS = "aws_vpc_security_group_egress_rule";

const without = (all: Resources, type: string, name: string) => void delete all[type]?.[name];
const isOfServers = ({ referenced_security_group_id }: Body) => referenced_security_group_id !== undefined;

/** A rule that lets in whom nobody expects. */
function opened(title: string, change: object): Fault {
  return mistake("exposure", INGRESS, title, (body) => {
    if (!isOfServers(body)) return false;
    delete body.referenced_security_group_id;
    Object.assign(body, { cidr_ipv4: "0.0.0.0/0" }, change);
    return true;
  });
}

/** The ways from clients to servers: networks, zones, ports, security groups, registrations. */
export const wayFaults: readonly Fault[] = [
  mistake("way", INGRESS, "taken away", (_, all, name) => without(all, INGRESS, name)),
  mistake("way", EGRESS, "to the servers taken away", (body, all, name) => {
    if (!isOfServers(body)) return false;
    return void without(all, EGRESS, name);
  }),
  mistake("way", INGRESS, "of another port", (body) => {
    Object.assign(body, { from_port: 4000, to_port: 4000 });
  }),
  mistake("way", INGRESS, "ports reversed", (body) => {
    Object.assign(body, { from_port: 443, to_port: 80 });
  }),
  mistake("way", INGRESS, "tcp without ports", (body) => {
    delete body.from_port;
    delete body.to_port;
  }),
  mistake("way", INGRESS, "without a peer", (body) => {
    delete body.cidr_ipv4;
    delete body.referenced_security_group_id;
  }),
  mistake("way", EGRESS, "of another port", (body) => {
    if (!isOfServers(body)) return false;
    Object.assign(body, { from_port: 4000, to_port: 4000 });
    return true;
  }),
  ...wrongValue(INGRESS, "description", "é", undefined),
  ...wrongValue(INGRESS, "to_port", 70_000),
  mistake("way", INGRESS, "host bits set", (body) => {
    if (isOfServers(body)) return false;
    body.cidr_ipv4 = "10.0.0.5/24";
    return true;
  }),
  opened("the servers' port open to the world", {}),
  opened("ssh open to the world", { from_port: 22, to_port: 22 }),
  opened("remote desktop open to the world", { from_port: 3389, to_port: 3389 }),
  opened("everything open to the world", { ip_protocol: "-1", from_port: undefined, to_port: undefined }),
  opened("the servers' port open to the world over IPv6", { cidr_ipv4: undefined, cidr_ipv6: "::/0" }),
  mistake("exposure", EGRESS, "everything out", (body) => {
    delete body.referenced_security_group_id;
    delete body.from_port;
    delete body.to_port;
    Object.assign(body, { cidr_ipv4: "0.0.0.0/0", ip_protocol: "-1" });
  }),
  mistake("port", "aws_lb_target_group_attachment", "registered on another port", (body) => {
    body.port = 80;
  }),
  mistake("port", "aws_lb_target_group", "probed on a port that nobody serves", (body) => {
    body.health_check.port = "8081";
  }),
  mistake("port", "aws_lb_target_group", "probed on a path that the server has not", (body) => {
    body.health_check.path = "/healthz";
  }),
  mistake("port", "aws_lb", "idle timeout above the servers' keep-alive", (body) => {
    body.idle_timeout = 120;
  }),
  mistake("network", "aws_lb", "one subnet", (body) => {
    body.subnets = body.subnets.slice(0, 1);
  }),
  mistake("network", "aws_lb", "a subnet twice", (body) => {
    body.subnets = [body.subnets[0], body.subnets[0]];
  }),
  mistake("network", "aws_lb", "six security groups", (body) => {
    body.security_groups = Array.from({ length: 6 }, (_, index) => `sg-0123456789abcdef${index}`);
  }),
  mistake("network", "aws_lb", "no security group", (body) => {
    delete body.security_groups;
  }),
  mistake("network", "aws_subnet", "all subnets in one zone", (_, all) => {
    for (const subnet of Object.values(all.aws_subnet ?? {})) subnet.availability_zone = "ap-northeast-2a";
  }),
  mistake("network", "aws_subnet", "two subnets with the same addresses", (_, all) => {
    const subnets = Object.values(all.aws_subnet ?? {});
    for (const subnet of subnets) subnet.cidr_block = subnets[0]?.cidr_block;
  }),
  mistake("network", "aws_route", "no way to the internet", (body, all, name) => {
    if (body.gateway_id === undefined) return false;
    return void without(all, "aws_route", name);
  }),
  mistake("registration", "aws_lb_target_group_attachment", "no target left", (body, all) => {
    const rest = Object.entries(all.aws_lb_target_group_attachment ?? {}).filter(
      ([, one]) => one.target_group_arn !== body.target_group_arn,
    );
    all.aws_lb_target_group_attachment = Object.fromEntries(rest);
  }),
  mistake("registration", "aws_lb_listener_rule", "no rule leads to the group", (_, all, name) =>
    without(all, "aws_lb_listener_rule", name),
  ),
  mistake("secret", "aws_instance", "a key in user data", (body) => {
    const script = "#!/bin/sh\nexport AWS_ACCESS_KEY_ID=AKIAIOSFODNN7EXAMPLQ\n";
    delete body.launch_template;
    body.user_data_base64 = Buffer.from(script).toString("base64");
  }),
];
