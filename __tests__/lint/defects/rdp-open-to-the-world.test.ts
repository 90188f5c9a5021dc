import { rdpOpenToTheWorld } from "../../../lab/lint/defects/rdp-open-to-the-world";
import { findIn, linesIn } from "../support/find";
import { block, standalone, withGroups } from "../support/security-rules";
import type { Shape } from "../support/shop";

const withRule =
  (change: object, group = "web") =>
  (resource: Shape) => {
    resource.aws_vpc_security_group_ingress_rule.admin = standalone(group, 3389, change);
  };

it("refuses RDP for everybody [CKV_AWS_25, AWS-0107]", () => {
  expect(linesIn(rdpOpenToTheWorld, withRule({}))).toEqual([
    "aws_vpc_security_group_ingress_rule.admin: port 3389 (RDP) must not be open to everybody, got port 3389 from 0.0.0.0/0; " +
      "take port 3389 out of the rule; Session Manager needs no open port",
  ]);
});

test.each([
  ["IPv6", withRule({ cidr_ipv4: null, cidr_ipv6: "::/0" })],
  ["half of the world", withRule({ cidr_ipv4: "0.0.0.0/1" })],
  ["a range around it", withRule({ from_port: 3387, to_port: 3392 })],
  ["a range that begins with it", withRule({ to_port: 3390 })],
  ["a range that ends with it", withRule({ from_port: 2 })],
  ["a group of a load balancer", withRule({}, "alb")],
  ["a nested block", withGroups({ web: { ingress: block("3389") } })],
  ["a group that nobody is in", withGroups({ idle: { ingress: [block(3389)] } })],
])("refuses %s", (_, change) => {
  expect(findIn(rdpOpenToTheWorld, change)).toHaveLength(1);
});

test.each([
  ["an office", withRule({ cidr_ipv4: "198.51.100.7/32" })],
  ["a range that ends before it", withRule({ from_port: 1, to_port: 3388 })],
  ["a range that begins after it", withRule({ from_port: 3390, to_port: 65_535 })],
  ["UDP", withRule({ ip_protocol: "udp" })],
  ["the way out", withGroups({ web: { egress: block(3389) } })],
  ["every port, which is a finding of its own", withRule({ from_port: 0, to_port: 65_535 })],
  ["a network that nobody knows", withRule({ cidr_ipv4: "${var.office}" })],
  ["a port that nobody knows", withRule({ to_port: "${var.port}" })],
])("is silent about %s", (_, change) => {
  expect(findIn(rdpOpenToTheWorld, change)).toEqual([]);
});
