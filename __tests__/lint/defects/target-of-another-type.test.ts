import { targetOfAnotherType } from "../../../lab/lint/defects/target-of-another-type";
import { findIn, linesIn } from "../support/find";
import { scalingWith } from "../support/scaling";
import type { Shape } from "../support/shop";

const registered = (target_type: string, target_id: string) => (resource: Shape) => {
  resource.aws_lambda_function = { shorten: { function_name: "shorten" } };
  resource.aws_network_interface = { card: { subnet_id: "${aws_subnet.a.id}" } };
  resource.aws_lb_target_group.web.target_type = target_type;
  resource.aws_lb_target_group_attachment.web.target_id = target_id;
};

it.each([
  [
    "instance",
    "${aws_lambda_function.shorten.arn}",
    "aws_lambda_function.shorten must be registered in a group of type lambda",
  ],
  [
    "lambda",
    "${aws_instance.web.id}",
    "aws_instance.web must be registered in a group of type instance or ip",
  ],
  ["instance", "${aws_lb.shop.arn}", "aws_lb.shop must be registered in a group of type alb"],
  [
    "instance",
    "${aws_network_interface.card.private_ip}",
    "aws_network_interface.card must be registered in a group of type ip",
  ],
])("refuses in a group of type %s the target %s [TF21]", (type, id, rest) => {
  expect(findIn(targetOfAnotherType, registered(type, id)).map(({ message }) => message)).toEqual([
    `${rest}, got ${type}`,
  ]);
});

it("refuses an auto scaling group in a group of addresses, at the auto scaling group", () => {
  const scaling = (resource: Shape) => {
    scalingWith()(resource);
    resource.aws_lb_target_group.web.target_type = "ip";
  };
  expect(linesIn(targetOfAnotherType, scaling)).toEqual([
    "aws_autoscaling_group.web: aws_autoscaling_group.web must be registered in a group of type instance, got ip; change " +
      "target_type of the group, or register what the group holds",
  ]);
});

it.each([
  ["instance", "${aws_instance.web.id}"],
  ["ip", "${aws_instance.web.private_ip}"],
  ["ip", "${aws_network_interface.card.private_ip}"],
  ["lambda", "${aws_lambda_function.shorten.arn}"],
  ["lambda", "${var.function}"],
  ["${var.type}", "${aws_lambda_function.shorten.arn}"],
])("is silent in a group of type %s about the target %s", (type, id) => {
  expect(findIn(targetOfAnotherType, registered(type, id))).toEqual([]);
});
