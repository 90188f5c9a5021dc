import { healthIntervalOutOfRange } from "../../../lab/lint/defects/health-interval-out-of-range";
import { findIn } from "../support/find";
import { groupWith, networkGroupWith } from "../support/group";
import type { Shape } from "../support/shop";

const set = (value: unknown) => groupWith({ health_check: { interval: value } });

it.each([
  [4, "4"],
  [301, "301"],
  [7.5, "7.5"],
  ["0", "0"],
  ["30s", '"30s"'],
])("refuses %j [H4, B42]", (value, got) => {
  expect(findIn(healthIntervalOutOfRange, set(value)).map(({ message }) => message)).toEqual([
    `health_check interval must be a whole number from 5 to 300, got ${got}`,
  ]);
});

it.each([5, 300, "30"])("is silent about %j", (value) => {
  expect(findIn(healthIntervalOutOfRange, set(value))).toEqual([]);
});

it("does not judge what nobody knows yet", () => {
  expect(findIn(healthIntervalOutOfRange, set("${var.value}"))).toEqual([]);
});

it("leaves the groups of network load balancers alone", () => {
  expect(findIn(healthIntervalOutOfRange, networkGroupWith({ health_check: { interval: 4 } }))).toEqual([]);
});

it("reads a block that is written as a list of one, in a resource of the older name", () => {
  const older = (resource: Shape) => {
    const { web } = resource.aws_lb_target_group;
    resource.aws_alb_target_group = { web: { ...web, health_check: [{ interval: 4 }] } };
    delete resource.aws_lb_target_group.web;
    resource.aws_lb_listener.http.default_action[0].target_group_arn = "${aws_alb_target_group.web.arn}";
  };
  expect(findIn(healthIntervalOutOfRange, older).map(({ address }) => address)).toEqual([
    "aws_alb_target_group.web",
  ]);
});
