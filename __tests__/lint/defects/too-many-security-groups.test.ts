import { tooManySecurityGroups } from "../../../lab/lint/defects/too-many-security-groups";
import { findIn } from "../support/find";
import type { Shape } from "../support/shop";

const ids = (count: number) => Array.from({ length: count }, (_, index) => `sg-${index}`);
const on = (groups: unknown) => (resource: Shape) => {
  resource.aws_lb.shop.security_groups = groups;
};

it("refuses six groups of a load balancer and of an instance [N33, TF5]", () => {
  const both = (resource: Shape) => {
    on(ids(6))(resource);
    resource.aws_instance.web.vpc_security_group_ids = ids(7);
  };
  expect(findIn(tooManySecurityGroups, both)).toMatchObject([
    { address: "aws_instance.web", message: "security groups must be at most 5, got 7" },
    { address: "aws_lb.shop", message: "security groups must be at most 5, got 6" },
  ]);
});

it("goes by the quota of the account", () => {
  const quotas = { securityGroupsPerInterface: 6 };
  expect(findIn(tooManySecurityGroups, on(ids(6)), { quotas })).toEqual([]);
  expect(findIn(tooManySecurityGroups, on(ids(7)), { quotas })).toHaveLength(1);
});

it.each([[ids(5)], [[...ids(5), "sg-0"]], [[...ids(5), "${var.one}", "${var.other}"]], ["${var.groups}"]])(
  "is silent about %j",
  (groups) => {
    expect(findIn(tooManySecurityGroups, on(groups))).toEqual([]);
  },
);
