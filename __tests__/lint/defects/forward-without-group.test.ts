import { forwardWithoutGroup } from "../../../lab/lint/defects/forward-without-group";
import { arnOf, byDefault, fixedResponse, forward, inRule, weighted } from "../support/actions";
import { findIn } from "../support/find";
import type { Shape } from "../support/shop";

it.each([
  ["nothing", { type: "forward" }],
  ["an empty ARN, as a state has it", { type: "forward", target_group_arn: "" }],
  ["an empty block", { type: "forward", forward: {} }],
  ["stickiness alone", { type: "forward", forward: [{ stickiness: { enabled: true, duration: 60 } }] }],
  ["an entry without ARN", { type: "forward", forward: { target_group: { weight: 1 } } }],
])("refuses a forward action with %s [B15, R45]", (_, action) => {
  const [finding, ...others] = findIn(forwardWithoutGroup, byDefault(action));
  expect(others).toEqual([]);
  expect(finding).toMatchObject({ address: "aws_lb_listener.http", severity: "error" });
  expect(finding?.message).toBe("default_action of type forward must have a target group, got none");
});

it("looks at rules as well", () => {
  const [finding] = findIn(forwardWithoutGroup, inRule({ type: "forward" }));
  expect(finding).toMatchObject({ address: "aws_lb_listener_rule.api" });
});

it.each([
  ["an ARN", forward()],
  ["a list of blocks", weighted({ web: 1, api: 1 })],
  ["one block as an object", { type: "forward", forward: { target_group: { arn: arnOf("web") } } }],
  ["an ARN that nobody knows", { type: "forward", target_group_arn: "${var.group}" }],
  [
    "blocks that nobody knows",
    { type: "forward", dynamic: { forward: { for_each: "${var.groups}", content: {} } } },
  ],
  ["a type that nobody knows", { type: "${var.type}" }],
  ["another type", fixedResponse()],
])("is silent about %s", (_, action) => {
  expect(findIn(forwardWithoutGroup, byDefault(action))).toEqual([]);
});

it("leaves listeners of network load balancers alone", () => {
  const network = (resource: Shape) => {
    resource.aws_lb.shop.load_balancer_type = "network";
    byDefault({ type: "forward" })(resource);
  };
  expect(findIn(forwardWithoutGroup, network)).toEqual([]);
});
