import { securityRulesMixed } from "../../../lab/lint/defects/security-rules-mixed";
import { findIn, linesIn } from "../support/find";
import { block, withGroups } from "../support/security-rules";
import type { Shape } from "../support/shop";

const withBlocks = (change: object) => (resource: Shape) => {
  Object.assign(resource.aws_security_group.alb, change);
};

it("warns of a group that holds rules beside resources of their own [G19, OWN-05]", () => {
  expect(linesIn(securityRulesMixed, withBlocks({ ingress: [block(443), block(8080)] }))).toEqual([
    "aws_security_group.alb: a security group must have its ingress rules in one form, got nested blocks beside aws_vpc_security_group_ingress_rule.http; " +
      "write every rule as a resource of its own, such as aws_vpc_security_group_ingress_rule",
  ]);
});

it("looks at each direction, and at the older kind of resource", () => {
  expect(findIn(securityRulesMixed, withBlocks({ egress: block(443) }))).toHaveLength(1);
  const older = (resource: Shape) => {
    withGroups({ web: { ingress: block(3000) } })(resource);
    const rule = { type: "ingress", security_group_id: "${aws_security_group.web.id}", ...block(3001) };
    resource.aws_security_group_rule = { rule };
  };
  expect(findIn(securityRulesMixed, older)).toHaveLength(1);
});

it("is silent about one form, in each direction", () => {
  expect(findIn(securityRulesMixed, withGroups({ alb: { ingress: block(80) } }))).toEqual([]);
  const apart = (resource: Shape) => {
    withBlocks({ ingress: block(80) })(resource);
    delete resource.aws_vpc_security_group_ingress_rule.http;
  };
  expect(findIn(securityRulesMixed, apart)).toEqual([]);
});

it("is silent where nobody knows", () => {
  expect(findIn(securityRulesMixed, withBlocks({ ingress: "${var.rules}" }))).toEqual([]);
  const maybe = (resource: Shape) => {
    withBlocks({ ingress: block(443) })(resource);
    resource.aws_vpc_security_group_ingress_rule.http.count = "${var.count}";
  };
  expect(findIn(securityRulesMixed, maybe)).toEqual([]);
});
