import { securityGroupNameTaken } from "../../../lab/lint/defects/security-group-name-taken";
import { findIn, linesIn } from "../support/find";
import type { Shape } from "../support/shop";

const withOther = (change: object) => (resource: Shape) => {
  resource.aws_security_group.zzz = { ...resource.aws_security_group.web, ...change };
};

it("refuses a name that another group of the VPC has [N10, M19]", () => {
  expect(linesIn(securityGroupNameTaken, withOther({}))).toEqual([
    'aws_security_group.zzz: name of a security group must be its own in a VPC, got "web" for aws_security_group.web and aws_security_group.zzz; ' +
      "give one of them another name, or set name_prefix instead",
  ]);
});

it("refuses groups that are counted under one name", () => {
  expect(findIn(securityGroupNameTaken, withOther({ name: "zzz", count: 3 }))).toHaveLength(2);
  expect(findIn(securityGroupNameTaken, withOther({ name: "zzz-${count.index}", count: 3 }))).toEqual([]);
});

test.each([
  ["another name", { name: "zzz" }],
  ["another case", { name: "WEB" }],
  ["a name that is made up", { name: null, name_prefix: "web" }],
  ["another VPC", { vpc_id: "vpc-0123456789abcdef0" }],
  ["a VPC that nobody knows", { vpc_id: "${var.vpc}" }],
  ["a name that nobody knows", { name: "${var.name}" }],
  ["a group that may not be there", { count: "${var.count}" }],
])("is silent about %s", (_, change) => {
  expect(findIn(securityGroupNameTaken, withOther(change))).toEqual([]);
});
