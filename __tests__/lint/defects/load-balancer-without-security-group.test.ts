import { loadBalancerWithoutSecurityGroup } from "../../../lab/lint/defects/load-balancer-without-security-group";
import { findIn } from "../support/find";
import type { Shape } from "../support/shop";

const on =
  (security_groups: unknown, more: object = {}) =>
  (resource: Shape) => {
    Object.assign(resource.aws_lb.shop, { security_groups, ...more });
  };

it.each([[[]], [null]])("warns where security_groups is %j [TF5]", (groups) => {
  expect(findIn(loadBalancerWithoutSecurityGroup, on(groups))).toMatchObject([
    { address: "aws_lb.shop", severity: "warning", message: expect.stringContaining("got none") },
  ]);
});

it.each([[["sg-1"]], ["${var.groups}"], [["${var.group}"]]])("is silent about %j", (groups) => {
  expect(findIn(loadBalancerWithoutSecurityGroup, on(groups))).toEqual([]);
});

it("leaves network load balancers alone, which may have none", () => {
  expect(findIn(loadBalancerWithoutSecurityGroup, on([], { load_balancer_type: "network" }))).toEqual([]);
});
