import { healthThresholdOutOfRange } from "../../../lab/lint/defects/health-threshold-out-of-range";
import { findIn } from "../support/find";
import { groupWith, networkGroupWith } from "../support/group";
import type { Shape } from "../support/shop";

const settings = ["healthy_threshold", "unhealthy_threshold"] as const;
const set = (name: string, value: unknown) => groupWith({ health_check: { [name]: value } });

describe.each(settings)("health_check %s", (name) => {
  it.each([
    [1, "1"],
    [11, "11"],
    [2.5, "2.5"],
    [0, "0"],
    ["many", '"many"'],
  ])("refuses %j [H6, H7, B42]", (value, got) => {
    expect(findIn(healthThresholdOutOfRange, set(name, value)).map(({ message }) => message)).toEqual([
      `health_check ${name} must be a whole number from 2 to 10, got ${got}`,
    ]);
  });

  it.each([2, 10, "3"])("is silent about %j", (value) => {
    expect(findIn(healthThresholdOutOfRange, set(name, value))).toEqual([]);
  });
});

it("reports both where both are wrong", () => {
  const both = groupWith({ health_check: { healthy_threshold: 1, unhealthy_threshold: 1 } });
  expect(findIn(healthThresholdOutOfRange, both)).toHaveLength(2);
});

it("does not judge what nobody knows yet", () => {
  expect(findIn(healthThresholdOutOfRange, set("healthy_threshold", "${var.value}"))).toEqual([]);
});

it("leaves the groups of network load balancers alone", () => {
  expect(
    findIn(healthThresholdOutOfRange, networkGroupWith({ health_check: { healthy_threshold: 1 } })),
  ).toEqual([]);
});

it("reads a block that is written as a list of one, in a resource of the older name", () => {
  const older = (resource: Shape) => {
    const { web } = resource.aws_lb_target_group;
    resource.aws_alb_target_group = { web: { ...web, health_check: [{ healthy_threshold: 1 }] } };
    delete resource.aws_lb_target_group.web;
    resource.aws_lb_listener.http.default_action[0].target_group_arn = "${aws_alb_target_group.web.arn}";
  };
  expect(findIn(healthThresholdOutOfRange, older).map(({ address }) => address)).toEqual([
    "aws_alb_target_group.web",
  ]);
});
