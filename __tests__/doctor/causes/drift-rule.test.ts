import { type Change, idsIn, linesOf } from "../support/shop-evidence";

const cause = "drift-rule";

it("is a rule with other conditions on AWS [R4]", () => {
  expect(
    linesOf(cause, {
      deployed: { aws_lb_listener_rule: { api: { condition: [{ path_pattern: { values: ["/v1/*"] } }] } } },
    }),
  ).toEqual([
    "certain, aws_lb_listener_rule.api: the rule of priority 10 is not deployed as it is declared; run terraform apply, which brings aws_lb_listener_rule.api back",
  ]);
});

it("is a rule that AWS does not have [R5]", () => {
  expect(linesOf(cause, { deployed: { aws_lb_listener_rule: { api: { priority: 20 } } } })).toEqual([
    "certain, aws_lb_listener_rule.api: the rule of priority 10 is not deployed as it is declared; run terraform apply, which brings aws_lb_listener_rule.api back",
  ]);
});

it.each<[string, Change]>([
  ["AWS has it", { deployed: {} }],
  ["nobody has asked AWS", {}],
])("is silent where %s", (_, change) => {
  expect(idsIn(change)).not.toContain(cause);
});
