import { weightsAllZero } from "../../../lab/lint/defects/weights-all-zero";
import { byDefault, inRule, weighted } from "../support/actions";
import { findIn } from "../support/find";

it.each([
  ["every group", { web: 0, api: "0" }],
  ["its only group", { web: 0 }],
])("warns of 0 for %s [R46]", (whom, weights) => {
  expect(findIn(weightsAllZero, byDefault(weighted(weights)))).toMatchObject([
    {
      address: "aws_lb_listener.http",
      severity: "warning",
      message: `default_action forward must give a weight above 0, got 0 for ${whom}`,
    },
  ]);
});

it("looks at rules as well", () => {
  expect(findIn(weightsAllZero, inRule(weighted({ web: 0, api: 0 })))).toMatchObject([
    { address: "aws_lb_listener_rule.api" },
  ]);
});

it.each([
  ["one group with a weight", { web: 0, api: 1 }],
  ["a weight that is not set: 1", { web: 0, api: null }],
  ["a weight that nobody knows", { web: 0, api: "${var.weight}" }],
])("is silent about %s", (_, weights) => {
  expect(findIn(weightsAllZero, byDefault(weighted(weights)))).toEqual([]);
});
