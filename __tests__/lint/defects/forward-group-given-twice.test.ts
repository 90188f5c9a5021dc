import { forwardGroupGivenTwice } from "../../../lab/lint/defects/forward-group-given-twice";
import { arnOf, byDefault, inRule, weighted } from "../support/actions";
import { findIn } from "../support/find";

const arn = (name: string) =>
  `arn:aws:elasticloadbalancing:eu-west-1:123456789012:targetgroup/${name}/0123456789abcdef`;
const both = (single: string, ...groups: readonly string[]) => ({
  type: "forward",
  target_group_arn: single,
  forward: { target_group: groups.map((group) => ({ arn: group, weight: 1 })) },
});

it.each([
  ["another group", both(arnOf("web"), arnOf("api"))],
  ["an ARN of another group", both(arn("old"), arnOf("web"))],
  ["another ARN", both(arn("old"), arn("new"))],
  ["the same group and another one", both(arnOf("web"), arnOf("web"), arnOf("api"))],
  ["two groups that nobody knows", both(arnOf("web"), "${var.one}", "${var.other}")],
])("refuses target_group_arn beside a forward block with %s [B16, R45]", (_, action) => {
  const found = findIn(forwardGroupGivenTwice, byDefault(action));
  expect(found).toMatchObject([{ address: "aws_lb_listener.http", severity: "error" }]);
  expect(found[0]?.message).toContain("must name one group where target_group_arn is set");
});

it("looks at rules as well", () => {
  expect(findIn(forwardGroupGivenTwice, inRule(both(arnOf("web"), arnOf("api"))))).toMatchObject([
    { address: "aws_lb_listener_rule.api" },
  ]);
});

it.each([
  ["that same group", both(arnOf("web"), arnOf("web"))],
  ["that same ARN", both(arn("web"), arn("web"))],
  ["a group that may be the same: its ARN bears the name", both(arn("web"), arnOf("web"))],
  ["a group that nobody knows", both(arnOf("web"), "${var.group}")],
])("is silent about target_group_arn beside a forward block with %s", (_, action) => {
  expect(findIn(forwardGroupGivenTwice, byDefault(action))).toEqual([]);
});

it("does not judge a target_group_arn that may be null", () => {
  expect(findIn(forwardGroupGivenTwice, byDefault(both("${var.arn}", arnOf("web"), arnOf("api"))))).toEqual(
    [],
  );
});

it("is silent where there is only one of them", () => {
  expect(findIn(forwardGroupGivenTwice, byDefault(weighted({ web: 1, api: 1 })))).toEqual([]);
  expect(findIn(forwardGroupGivenTwice)).toEqual([]);
});
