import { scalingTargetOutOfRange } from "../../../lab/lint/defects/scaling-target-out-of-range";
import { findIn } from "../support/find";
import { scalingWith } from "../support/scaling";
import type { Shape } from "../support/shop";

const tracking =
  (target_value: unknown, predefined_metric_type: unknown = "ASGAverageCPUUtilization") =>
  (resource: Shape) => {
    scalingWith()(resource);
    resource.aws_autoscaling_policy = {
      load: {
        name: "load",
        autoscaling_group_name: "${aws_autoscaling_group.web.name}",
        policy_type: "TargetTrackingScaling",
        target_tracking_configuration: {
          predefined_metric_specification: { predefined_metric_type },
          target_value,
        },
      },
    };
  };

it.each([
  [0, "0"],
  [-5, "-5"],
  [101, "101"],
  ["150", "150"],
])("refuses %j for processors [B69]", (value, got) => {
  expect(
    findIn(scalingTargetOutOfRange, tracking(value)).map(({ address, message }) => `${address}: ${message}`),
  ).toEqual([
    'aws_autoscaling_policy.load: target_value of "ASGAverageCPUUtilization" must be above 0 and at most 100, got ' +
      got,
  ]);
});

it("refuses 0 for requests, of which there may be thousands", () => {
  expect(findIn(scalingTargetOutOfRange, tracking(0, "ALBRequestCountPerTarget"))).toHaveLength(1);
  expect(findIn(scalingTargetOutOfRange, tracking(5000, "ALBRequestCountPerTarget"))).toEqual([]);
});

it.each([0.5, 50, 100, "60", "${var.target}"])("is silent about %j for processors", (value) => {
  expect(findIn(scalingTargetOutOfRange, tracking(value))).toEqual([]);
});

it("does not judge a metric that nobody knows", () => {
  expect(findIn(scalingTargetOutOfRange, tracking(500, "${var.metric}"))).toEqual([]);
});
