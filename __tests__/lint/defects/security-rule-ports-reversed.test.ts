import { securityRulePortsReversed } from "../../../lab/lint/defects/security-rule-ports-reversed";
import { findIn, linesIn } from "../support/find";
import { block, withGroups, withRules } from "../support/security-rules";
import type { Shape } from "../support/shop";

const ports = (from_port: unknown, to_port: unknown, more: object = {}) =>
  withRules({ ingress: { http: { from_port, to_port, ...more } } });

it("refuses a range that goes down [B58]", () => {
  expect(linesIn(securityRulePortsReversed, ports(443, 80))).toEqual([
    "aws_vpc_security_group_ingress_rule.http: from_port must not be above to_port, got 443 and 80; swap them: from_port 80, to_port 443",
  ]);
});

it("says which of several blocks it is", () => {
  const [finding] = findIn(
    securityRulePortsReversed,
    withGroups({ web: { egress: [block(80), block(443, 80)] } }),
  );
  expect(finding).toMatchObject({ address: "aws_security_group.web" });
  expect(finding?.message).toContain("got 443 and 80 (egress block 2)");
});

it.each([
  ["UDP", ports(81, 80, { ip_protocol: "udp" })],
  ["texts", ports("443", "80")],
  [
    "a listed rule",
    (resource: Shape) => {
      const rule = { type: "egress", security_group_id: "${aws_security_group.web.id}", ...block(81, 80) };
      resource.aws_security_group_rule = { out: rule };
    },
  ],
])("refuses %s", (_, change) => {
  expect(findIn(securityRulePortsReversed, change)).toHaveLength(1);
});

it.each([
  ["one port", ports(80, 80)],
  ["a range that goes up", ports(80, 81)],
  ["ICMP, whose code may be below its type", ports(8, 0, { ip_protocol: "icmp" })],
  ["a port that nobody knows", ports("${var.from}", 80)],
  ["a protocol that nobody knows", ports(81, 80, { ip_protocol: "${var.protocol}" })],
])("is silent about %s", (_, change) => {
  expect(findIn(securityRulePortsReversed, change)).toEqual([]);
});
