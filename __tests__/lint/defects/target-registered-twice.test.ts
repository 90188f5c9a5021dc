import { targetRegisteredTwice } from "../../../lab/lint/defects/target-registered-twice";
import { findIn } from "../support/find";
import { scalingWith } from "../support/scaling";
import type { Shape } from "../support/shop";

const second =
  (settings: Shape, first: Shape = {}) =>
  (resource: Shape) => {
    const { web } = resource.aws_lb_target_group_attachment;
    Object.assign(web, first);
    resource.aws_lb_target_group_attachment.again = { ...web, ...settings };
  };

it("warns of two attachments of one target [N7, TF41]", () => {
  expect(findIn(targetRegisteredTwice, second({}))).toMatchObject([
    {
      severity: "warning",
      message:
        "a target must be registered once with each port, got aws_lb_target_group_attachment.again and " +
        "aws_lb_target_group_attachment.web for the same",
    },
  ]);
});

it("knows that the port of the group is meant where none is said, and a number as text", () => {
  expect(findIn(targetRegisteredTwice, second({ port: null }))).toHaveLength(1);
  expect(findIn(targetRegisteredTwice, second({ port: "3000" }))).toHaveLength(1);
});

it("warns of two attachments of one auto scaling group, and of one address", () => {
  const scaling = (resource: Shape) => {
    scalingWith({ target_group_arns: null })(resource);
    const attachment = {
      autoscaling_group_name: "${aws_autoscaling_group.web.name}",
      lb_target_group_arn: "${aws_lb_target_group.web.arn}",
    };
    resource.aws_autoscaling_attachment = { one: attachment, two: attachment };
  };
  expect(findIn(targetRegisteredTwice, scaling)).toHaveLength(1);
  expect(findIn(targetRegisteredTwice, second({}, { target_id: "10.0.0.9" }))).toHaveLength(1);
});

it.each([
  ["another port", { port: 3001 }],
  ["another target", { target_id: "${aws_instance.api.id}" }],
  ["another group", { target_group_arn: "${aws_lb_target_group.api.arn}" }],
  ["a port that nobody knows", { port: "${var.port}" }],
  ["a target that nobody knows", { target_id: "${var.id}" }],
  ["a number of it that nobody knows", { count: "${var.count}" }],
])("is silent about %s", (_, settings) => {
  expect(findIn(targetRegisteredTwice, second(settings))).toEqual([]);
});
