import { tooManyTargets } from "../../../lab/lint/defects/too-many-targets";
import { findIn } from "../support/find";
import { scalingWith } from "../support/scaling";
import type { Shape } from "../support/shop";

const quotas = (targetsPerTargetGroup: number, targetsPerLoadBalancer: number) => ({
  quotas: { targetsPerTargetGroup, targetsPerLoadBalancer },
});
const again = (settings: Shape) => (resource: Shape) => {
  const { web } = resource.aws_lb_target_group_attachment;
  resource.aws_lb_target_group_attachment.again = { ...web, ...settings };
};

it("refuses more targets than a group can have [N28]", () => {
  expect(
    findIn(tooManyTargets, again({ port: 3001 }), quotas(1, 9)).map(
      ({ address, message }) => `${address}: ${message}`,
    ),
  ).toEqual(["aws_lb_target_group.web: a target group must have at most 1 targets, got at least 2"]);
});

it("refuses more targets than a load balancer can have in all its groups [N26]", () => {
  expect(
    findIn(tooManyTargets, again({ port: 3001 }), quotas(2, 2)).map(
      ({ address, message }) => `${address}: ${message}`,
    ),
  ).toEqual(["aws_lb.shop: a load balancer must have at most 2 targets, got at least 3"]);
});

it("counts the least size of an auto scaling group against the quotas of AWS", () => {
  expect(
    findIn(tooManyTargets, scalingWith({ min_size: 1001, max_size: 1001 })).map(({ message }) => message),
  ).toEqual(["a target group must have at most 1000 targets, got at least 1001"]);
  expect(findIn(tooManyTargets, scalingWith({ min_size: 999, max_size: 5000 }))).toEqual([]);
  expect(findIn(tooManyTargets, scalingWith({ min_size: "${var.least}", max_size: 5000 }))).toEqual([]);
});

it.each([
  ["just as many as it can have", { port: 3001 }, quotas(2, 3)],
  ["a target that is registered twice", {}, quotas(1, 2)],
  ["a target that may not be there", { port: 3001, count: "${var.count}" }, quotas(1, 2)],
])("is silent about %s", (_, settings, options) => {
  expect(findIn(tooManyTargets, again(settings), options)).toEqual([]);
});
