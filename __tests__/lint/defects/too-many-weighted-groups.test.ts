import { tooManyWeightedGroups } from "../../../lab/lint/defects/too-many-weighted-groups";
import { byDefault, inRule, weighted } from "../support/actions";
import { findIn } from "../support/find";

const groups = (count: number) =>
  weighted(Object.fromEntries(Array.from({ length: count }, (_, index) => [`g${index}`, 1])));

it("refuses six groups in an action [N24, B19]", () => {
  expect(findIn(tooManyWeightedGroups, byDefault(groups(6)))).toMatchObject([
    {
      address: "aws_lb_listener.http",
      severity: "error",
      message: "default_action forward must have at most 5 target groups, got 6",
    },
  ]);
  expect(findIn(tooManyWeightedGroups, inRule(groups(7)))).toMatchObject([
    { address: "aws_lb_listener_rule.api" },
  ]);
});

it("is silent about five", () => {
  expect(findIn(tooManyWeightedGroups, byDefault(groups(5)))).toEqual([]);
});

it("does not count blocks that nobody knows", () => {
  const dynamic = { for_each: "${var.groups}", content: { arn: "${target_group.value}" } };
  const action = { type: "forward", forward: { dynamic: { target_group: dynamic } } };
  expect(findIn(tooManyWeightedGroups, byDefault(action))).toEqual([]);
});
