import { tooManySecurityRules } from "../../../lab/lint/defects/too-many-security-rules";
import { findIn, linesIn } from "../support/find";
import { block, standalone, withGroups } from "../support/security-rules";
import type { Shape } from "../support/shop";

const networks = (count: number) => Array.from({ length: count }, (_, index) => `10.0.${index}.0/24`);
const wide = (count: number) => Array.from({ length: count }, (_, index) => `2001:db8:${index}::/48`);
const inline = (...blocks: object[]) => withGroups({ web: { ingress: blocks } });
const ofCount = (count: unknown) => (resource: Shape) => {
  const cidr_ipv4 = "10.0.${count.index}.0/24";
  resource.aws_vpc_security_group_egress_rule.many = { ...standalone("web", 443, { cidr_ipv4 }), count };
};

it("refuses a rule more than a group holds [N34]", () => {
  expect(linesIn(tooManySecurityRules, inline(block(80, 80, { cidr_blocks: networks(61) })))).toEqual([
    "aws_security_group.web: a security group must have at most 60 ingress rules for IPv4, got 61; each network counts as one; " +
      "name a larger network, a security group or a prefix list, or have the quota raised",
  ]);
  expect(findIn(tooManySecurityRules, inline(block(80, 80, { cidr_blocks: networks(60) })))).toEqual([]);
});

it("counts IPv4 and IPv6 apart, and a group for both", () => {
  const both = { cidr_blocks: networks(60), ipv6_cidr_blocks: wide(60) };
  expect(findIn(tooManySecurityRules, inline(block(80, 80, both)))).toEqual([]);
  const [finding, ...others] = findIn(
    tooManySecurityRules,
    inline(block(80, 80, { ipv6_cidr_blocks: wide(60), self: true })),
  );
  expect(others).toEqual([]);
  expect(finding?.message).toContain("ingress rules for IPv6, got 61");
});

it("counts the directions apart", () => {
  const rules = block(80, 80, { cidr_blocks: networks(40) });
  expect(findIn(tooManySecurityRules, withGroups({ web: { ingress: rules, egress: rules } }))).toEqual([]);
});

it("counts rules that are resources of their own with those that are not, and what is the same once", () => {
  expect(findIn(tooManySecurityRules, ofCount(60))).toMatchObject([{ address: "aws_security_group.web" }]);
  expect(findIn(tooManySecurityRules, ofCount(59))).toEqual([]);
  const blocks = [
    block(80, 80, { cidr_blocks: networks(40) }),
    block("80", 80, { cidr_blocks: networks(50) }),
  ];
  expect(findIn(tooManySecurityRules, inline(...blocks))).toEqual([]);
});

it("takes the quota that the account has", () => {
  const rules = inline(block(80, 80, { cidr_blocks: networks(61) }));
  expect(findIn(tooManySecurityRules, rules, { quotas: { rulesPerSecurityGroup: 61 } })).toEqual([]);
});

it("does not count what may not be there", () => {
  expect(findIn(tooManySecurityRules, ofCount("${var.count}"))).toEqual([]);
  expect(findIn(tooManySecurityRules, inline(block(80, 80, { cidr_blocks: "${var.cidrs}" })))).toEqual([]);
});
