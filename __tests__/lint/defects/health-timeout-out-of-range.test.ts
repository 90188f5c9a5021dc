import { healthTimeoutOutOfRange } from "../../../lab/lint/defects/health-timeout-out-of-range";
import { findIn } from "../support/find";
import { groupWith, networkGroupWith } from "../support/group";
import type { Shape } from "../support/shop";

const set = (value: unknown) => groupWith({ health_check: { timeout: value } });

it.each([
  [1, "1"],
  [121, "121"],
  [2.5, "2.5"],
  [0, "0"],
  ["5s", '"5s"'],
])("refuses %j [H5, B42]", (value, got) => {
  expect(findIn(healthTimeoutOutOfRange, set(value)).map(({ message }) => message)).toEqual([
    `health_check timeout must be a whole number from 2 to 120, got ${got}`,
  ]);
});

it.each([2, 120, "10"])("is silent about %j", (value) => {
  expect(findIn(healthTimeoutOutOfRange, set(value))).toEqual([]);
});

it("does not judge what nobody knows yet", () => {
  expect(findIn(healthTimeoutOutOfRange, set("${var.value}"))).toEqual([]);
});

it("leaves the groups of network load balancers alone", () => {
  expect(findIn(healthTimeoutOutOfRange, networkGroupWith({ health_check: { timeout: 1 } }))).toEqual([]);
});

it("reads a block that is written as a list of one, in a resource of the older name", () => {
  const older = (resource: Shape) => {
    const { web } = resource.aws_lb_target_group;
    resource.aws_alb_target_group = { web: { ...web, health_check: [{ timeout: 1 }] } };
    delete resource.aws_lb_target_group.web;
    resource.aws_lb_listener.http.default_action[0].target_group_arn = "${aws_alb_target_group.web.arn}";
  };
  expect(findIn(healthTimeoutOutOfRange, older).map(({ address }) => address)).toEqual([
    "aws_alb_target_group.web",
  ]);
});
