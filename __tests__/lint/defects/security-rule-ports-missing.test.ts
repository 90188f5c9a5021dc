import { securityRulePortsMissing } from "../../../lab/lint/defects/security-rule-ports-missing";
import { findIn, linesIn } from "../support/find";
import { block, withGroups, withRules } from "../support/security-rules";
import type { Shape } from "../support/shop";

const rule = (change: object) => withRules({ ingress: { http: change } });
const all = (from: unknown, to: unknown) =>
  withGroups({ web: { egress: block(from, to, { protocol: "-1", self: true }) } });

it("refuses TCP without ports, and with one of the two [B58]", () => {
  expect(linesIn(securityRulePortsMissing, rule({ from_port: null, to_port: null }))).toEqual([
    "aws_vpc_security_group_ingress_rule.http: a rule for tcp must have from_port and to_port, got no from_port and no to_port; " +
      "set from_port and to_port; 0 and 65535 for all ports",
  ]);
  const [finding] = findIn(securityRulePortsMissing, rule({ ip_protocol: "udp", to_port: null }));
  expect(finding?.message).toContain("got no to_port");
});

it("refuses ports of every protocol together [B58]", () => {
  expect(linesIn(securityRulePortsMissing, rule({ ip_protocol: "-1" }))).toEqual([
    "aws_vpc_security_group_ingress_rule.http: a rule for every protocol (-1) must have no ports, got 80; " +
      "name a protocol such as tcp, or take the ports away",
  ]);
  const [finding] = findIn(securityRulePortsMissing, all(0, 65_535));
  expect(finding).toMatchObject({ message: expect.stringContaining("got 0 and 65535 (egress)") });
});

test.each([
  ["every protocol without ports", rule({ ip_protocol: "-1", from_port: null, to_port: null })],
  ["every protocol with -1", rule({ ip_protocol: "-1", from_port: -1, to_port: -1 })],
  ["every protocol, nested, with 0", all(0, "0")],
  ["ICMP without ports", rule({ ip_protocol: "icmp", from_port: null, to_port: null })],
  ["port 0", rule({ from_port: 0, to_port: 0 })],
  ["ports that nobody knows", rule({ from_port: "${var.port}", to_port: "${var.port}" })],
  ["a protocol that nobody knows", rule({ ip_protocol: "${var.protocol}", from_port: null, to_port: null })],
  ["unknown ports of every protocol", all("${var.port}", "${var.port}")],
])("is silent about %s", (_, change) => {
  expect(findIn(securityRulePortsMissing, change)).toEqual([]);
});

it("lets any ports of every protocol pass where the provider takes no notice of them", () => {
  const listed = (resource: Shape) => {
    const out = { type: "egress", security_group_id: "${aws_security_group.web.id}", ...block(0, 65_535) };
    resource.aws_security_group_rule = { out: { ...out, protocol: "-1" } };
  };
  expect(findIn(securityRulePortsMissing, listed)).toEqual([]);
});
