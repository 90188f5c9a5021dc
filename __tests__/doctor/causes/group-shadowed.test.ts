import { type Change, idsIn, linesOf, rule } from "../support/shop-evidence";

const cause = "group-shadowed";

it("is a group whose rule comes after one that takes everything [R4]", () => {
  expect(
    linesOf(cause, { resource: { aws_lb_listener_rule: { api: { priority: 20 }, all: rule(10, "/*") } } }),
  ).toEqual([
    "certain, api: earlier rules take all requests that would go to the target group; change the priorities or narrow the earlier rules, or remove the group: aws_lb_target_group.api",
  ]);
});

it.each<[string, Change]>([
  ["the rule for everything comes last", { resource: { aws_lb_listener_rule: { all: rule(20, "/*") } } }],
])("is silent where %s", (_, change) => {
  expect(idsIn(change)).not.toContain(cause);
});
