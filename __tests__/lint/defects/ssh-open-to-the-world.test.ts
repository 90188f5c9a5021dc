import { sshOpenToTheWorld } from "../../../lab/lint/defects/ssh-open-to-the-world";
import { findIn, linesIn } from "../support/find";
import { block, standalone, withGroups } from "../support/security-rules";
import type { Shape } from "../support/shop";

const withRule =
  (change: object, group = "web") =>
  (resource: Shape) => {
    resource.aws_vpc_security_group_ingress_rule.admin = standalone(group, 22, change);
  };

it("refuses SSH for everybody [B61, CKV_AWS_24, AWS-0107]", () => {
  expect(linesIn(sshOpenToTheWorld, withRule({}))).toEqual([
    "aws_vpc_security_group_ingress_rule.admin: port 22 (SSH) must not be open to everybody, got port 22 from 0.0.0.0/0; " +
      "take port 22 out of the rule; Session Manager needs no open port",
  ]);
});

test.each([
  ["IPv6", withRule({ cidr_ipv4: null, cidr_ipv6: "::/0" })],
  ["half of the world", withRule({ cidr_ipv4: "0.0.0.0/1" })],
  ["a range around it", withRule({ from_port: 20, to_port: 25 })],
  ["a range that begins with it", withRule({ to_port: 23 })],
  ["a range that ends with it", withRule({ from_port: 2 })],
  ["a group of a load balancer", withRule({}, "alb")],
  ["a nested block", withGroups({ web: { ingress: block("22") } })],
  ["a group that nobody is in", withGroups({ idle: { ingress: [block(22)] } })],
])("refuses %s", (_, change) => {
  expect(findIn(sshOpenToTheWorld, change)).toHaveLength(1);
});

test.each([
  ["an office", withRule({ cidr_ipv4: "198.51.100.7/32" })],
  ["a range that ends before it", withRule({ from_port: 1, to_port: 21 })],
  ["a range that begins after it", withRule({ from_port: 23, to_port: 65_535 })],
  ["UDP", withRule({ ip_protocol: "udp" })],
  ["the way out", withGroups({ web: { egress: block(22) } })],
  ["every port, which is a finding of its own", withRule({ from_port: 0, to_port: 65_535 })],
  ["a network that nobody knows", withRule({ cidr_ipv4: "${var.office}" })],
  ["a port that nobody knows", withRule({ to_port: "${var.port}" })],
])("is silent about %s", (_, change) => {
  expect(findIn(sshOpenToTheWorld, change)).toEqual([]);
});
