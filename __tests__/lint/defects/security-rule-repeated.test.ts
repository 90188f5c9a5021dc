import { securityRuleRepeated } from "../../../lab/lint/defects/security-rule-repeated";
import { findIn, linesIn } from "../support/find";
import { block, standalone, withGroups } from "../support/security-rules";
import type { Shape } from "../support/shop";

const withAgain = (change: object) => (resource: Shape) => {
  resource.aws_vpc_security_group_ingress_rule.again = standalone("alb", 80, change);
};

it("refuses a rule that is there already [M19]", () => {
  expect(linesIn(securityRuleRepeated, withAgain({}))).toEqual([
    'aws_vpc_security_group_ingress_rule.http: a rule must be there once, got the one for "0.0.0.0/0" in aws_vpc_security_group_ingress_rule.again and aws_vpc_security_group_ingress_rule.http; ' +
      "remove one of the two",
  ]);
});

test.each([
  ["in other words", withAgain({ from_port: "80", ip_protocol: "6", description: "clients again" })],
  [
    "of a group",
    (resource: Shape) => {
      const rules = resource.aws_vpc_security_group_ingress_rule;
      rules.again = { ...rules.servers, description: "again" };
    },
  ],
  ["in the other form", withGroups({ alb: { ingress: block(80) } })],
  [
    "in two blocks that differ otherwise",
    withGroups({
      alb: { ingress: [block(80), block(80, 80, { cidr_blocks: ["0.0.0.0/0", "10.0.0.0/8"] })] },
    }),
  ],
])("refuses it %s", (name, change) => {
  const both = (resource: Shape) => {
    change(resource);
    if (name === "in the other form")
      resource.aws_vpc_security_group_ingress_rule = { http: standalone("alb", 80) };
  };
  expect(findIn(securityRuleRepeated, both)).toHaveLength(1);
});

test.each([
  ["another port", withAgain({ from_port: 79 })],
  ["another network", withAgain({ cidr_ipv4: "10.0.0.0/8" })],
  ["another protocol", withAgain({ ip_protocol: "udp" })],
  ["another group", withAgain({ security_group_id: "${aws_security_group.web.id}" })],
  ["a rule that may not be there", withAgain({ count: "${var.count}" })],
  ["a network that nobody knows", withAgain({ cidr_ipv4: "${var.cidr}" })],
  ["a port that nobody knows", withAgain({ from_port: "${var.port}", to_port: "${var.port}" })],
  [
    "two blocks that are equal, which Terraform takes as one",
    withGroups({ alb: { ingress: [block(80), block(80)] } }),
  ],
  ["the way out and in", withGroups({ alb: { ingress: block(80), egress: block(80) } })],
])("is silent about %s", (_, change) => {
  expect(findIn(securityRuleRepeated, change)).toEqual([]);
});
