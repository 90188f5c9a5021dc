import { securityRuleWithoutPeer } from "../../../lab/lint/defects/security-rule-without-peer";
import { findIn, linesIn } from "../support/find";
import { block, withGroups, withRules } from "../support/security-rules";
import type { Shape } from "../support/shop";

const inline = (more: object) => withGroups({ web: { egress: block(80, 80, more) } });
const listed = (more: object) => (resource: Shape) => {
  const rule = { type: "ingress", security_group_id: "${aws_security_group.web.id}", ...block(80, 80, more) };
  resource.aws_security_group_rule = { rule };
};

it("refuses a rule that says nobody [G19]", () => {
  expect(linesIn(securityRuleWithoutPeer, withRules({ ingress: { http: { cidr_ipv4: null } } }))).toEqual([
    "aws_vpc_security_group_ingress_rule.http: a rule must say who is admitted, got no network, no security group and no prefix list; " +
      "name a security group or a network, or remove the rule",
  ]);
  expect(findIn(securityRuleWithoutPeer, listed({ self: false }))).toMatchObject([{ severity: "error" }]);
});

it("only warns of a nested block, which a list that is empty for now may leave behind", () => {
  const [finding] = findIn(securityRuleWithoutPeer, inline({ cidr_blocks: [], security_groups: [] }));
  expect(finding).toMatchObject({ severity: "warning", address: "aws_security_group.web" });
  expect(finding?.message).toContain("a rule must say where it lets out to, got no network");
});

test.each([
  ["itself", inline({ self: true })],
  ["a prefix list", inline({ prefix_list_ids: ["pl-1"] })],
  ["a group", inline({ security_groups: ["sg-0123456789abcdef0"] })],
  ["IPv6", inline({ ipv6_cidr_blocks: ["::/0"] })],
  ["another group", listed({ source_security_group_id: "${aws_security_group.alb.id}" })],
  ["a list that nobody knows", inline({ cidr_blocks: "${var.cidrs}" })],
  ["a group that nobody knows", listed({ source_security_group_id: "${var.group}" })],
])("is silent about a rule that names %s", (_, change) => {
  expect(findIn(securityRuleWithoutPeer, change)).toEqual([]);
});
