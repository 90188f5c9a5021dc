import { securityRulePortOutOfRange } from "../../../lab/lint/defects/security-rule-port-out-of-range";
import { findIn, linesIn } from "../support/find";
import { block, withGroups } from "../support/security-rules";

const ports = (from: unknown, to: unknown = from, protocol = "tcp") =>
  withGroups({ web: { ingress: block(from, to, { protocol, self: true }) } });

it("refuses a port that there is not [TF70]", () => {
  expect(linesIn(securityRulePortOutOfRange, ports(3000, 70_000))).toEqual([
    "aws_security_group.web: to_port must be a whole number from 0 to 65535 for tcp, got 70000 (ingress); correct the port",
  ]);
});

test.each([
  ["the port above the last", ports(0, 65_536)],
  ["a port below zero", ports(-1, 80)],
  ["half a port", ports(80.5, 90)],
  ["a text", ports("65536", "65536", "udp")],
  ["a type of ICMP", ports(256, 0, "icmp")],
])("refuses %s", (_, change) => {
  expect(findIn(securityRulePortOutOfRange, change).length).toBeGreaterThan(0);
});

test.each([
  ["every port", ports(0, 65_535)],
  ["texts", ports("80", "443")],
  ["any type of ICMP", ports(-1, -1, "icmp")],
  ["the last type of ICMP", ports(255, 0, "icmpv6")],
  ["every protocol, whose ports do not count", ports(-1, 70_000, "-1")],
  ["a port that nobody knows", ports("${var.port}")],
  ["a protocol that nobody knows", ports(70_000, 70_000, "${var.protocol}")],
])("is silent about %s", (_, change) => {
  expect(findIn(securityRulePortOutOfRange, change)).toEqual([]);
});
