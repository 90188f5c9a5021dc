import { registrationPortOutOfRange } from "../../../lab/lint/defects/registration-port-out-of-range";
import { findIn } from "../support/find";
import type { Shape } from "../support/shop";

const at =
  (port: unknown, type = "aws_lb_target_group_attachment") =>
  (resource: Shape) => {
    const { web } = resource.aws_lb_target_group_attachment;
    delete resource.aws_lb_target_group_attachment.web;
    resource[type] = { ...resource[type], web: { ...web, port } };
  };

it.each([
  [0, "0"],
  [70_000, "70000"],
  [65_536, "65536"],
  [80.5, "80.5"],
  ["http", '"http"'],
])("refuses %j, which passes the plan [TF40, B2]", (port, got) => {
  const [finding] = findIn(registrationPortOutOfRange, at(port));
  expect(finding).toMatchObject({
    address: "aws_lb_target_group_attachment.web",
    message: `port must be a whole number from 1 to 65535, got ${got}`,
  });
});

it("knows the older name of the resource", () => {
  expect(findIn(registrationPortOutOfRange, at(70_000, "aws_alb_target_group_attachment"))).toHaveLength(1);
});

it.each([1, 65_535, "8080", null])("is silent about %j", (port) => {
  expect(findIn(registrationPortOutOfRange, at(port))).toEqual([]);
});

it("does not judge what nobody knows yet", () => {
  expect(findIn(registrationPortOutOfRange, at("${var.port}"))).toEqual([]);
});
