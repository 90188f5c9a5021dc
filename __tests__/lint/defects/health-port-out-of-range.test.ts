import { healthPortOutOfRange } from "../../../lab/lint/defects/health-port-out-of-range";
import { findIn } from "../support/find";
import { groupWith, networkGroupWith } from "../support/group";
import type { Shape } from "../support/shop";

const set = (value: unknown) => groupWith({ health_check: { port: value } });

it.each([
  ["http", '"http"'],
  [0, "0"],
  ["65536", "65536"],
  ["traffic_port", '"traffic_port"'],
  ["80-90", '"80-90"'],
])("refuses %j [H2, B44]", (value, got) => {
  expect(findIn(healthPortOutOfRange, set(value)).map(({ message }) => message)).toEqual([
    `health_check port must be traffic-port or a whole number from 1 to 65535, got ${got}`,
  ]);
});

it.each(["traffic-port", 1, "65535"])("is silent about %j", (value) => {
  expect(findIn(healthPortOutOfRange, set(value))).toEqual([]);
});

it("does not judge what nobody knows yet", () => {
  expect(findIn(healthPortOutOfRange, set("${var.value}"))).toEqual([]);
});

it("leaves the groups of network load balancers alone", () => {
  expect(findIn(healthPortOutOfRange, networkGroupWith({ health_check: { port: "http" } }))).toEqual([]);
});

it("reads a block that is written as a list of one, in a resource of the older name", () => {
  const older = (resource: Shape) => {
    const { web } = resource.aws_lb_target_group;
    resource.aws_alb_target_group = { web: { ...web, health_check: [{ port: "http" }] } };
    delete resource.aws_lb_target_group.web;
    resource.aws_lb_listener.http.default_action[0].target_group_arn = "${aws_alb_target_group.web.arn}";
  };
  expect(findIn(healthPortOutOfRange, older).map(({ address }) => address)).toEqual([
    "aws_alb_target_group.web",
  ]);
});
