import { lambdaGroupWithTwoTargets } from "../../../lab/lint/defects/lambda-group-with-two-targets";
import { findIn } from "../support/find";
import { functionGroupWith } from "../support/group";
import type { Shape } from "../support/shop";

const withSecond = (settings: Shape) => (resource: Shape) => {
  functionGroupWith({})(resource);
  resource.aws_lambda_function.other = { function_name: "other" };
  const { web } = resource.aws_lb_target_group_attachment;
  const target_id = "${aws_lambda_function.other.arn}";
  resource.aws_lb_target_group_attachment.second = { ...web, target_id, ...settings };
};

it("refuses a second function [N28]", () => {
  expect(
    findIn(lambdaGroupWithTwoTargets, withSecond({})).map(({ address, message }) => `${address}: ${message}`),
  ).toEqual([
    "aws_lb_target_group.web: a group of type lambda must have one target, got " +
      "aws_lb_target_group_attachment.second and aws_lb_target_group_attachment.web",
  ]);
});

it.each([
  ["the same one again", { target_id: "${aws_lambda_function.web.arn}" }],
  ["one that nobody knows, which may be the same", { target_id: "${var.function}" }],
  ["one that may not be there", { count: "${var.count}" }],
  ["one in another group", { target_group_arn: "${aws_lb_target_group.api.arn}" }],
])("is silent about %s", (_, settings) => {
  expect(findIn(lambdaGroupWithTwoTargets, withSecond(settings))).toEqual([]);
});

it("is silent about servers, of which a group has many", () => {
  const two = (resource: Shape) => {
    const { web } = resource.aws_lb_target_group_attachment;
    resource.aws_lb_target_group_attachment.second = { ...web, target_id: "${aws_instance.api.id}" };
  };
  expect(findIn(lambdaGroupWithTwoTargets, two)).toEqual([]);
});
