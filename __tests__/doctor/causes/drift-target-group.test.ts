import { type Change, idsIn, linesOf, unhealthy } from "../support/shop-evidence";

const cause = "drift-target-group";

it("is another port and path on AWS [H13]", () => {
  expect(
    linesOf(cause, {
      deployed: { aws_lb_target_group: { web: { port: 80, health_check: { path: "/" } } } },
      targets: { web: unhealthy(404) },
    }),
  ).toEqual([
    "certain, web,web: the target group web on AWS has another port and health_check path than declared; run terraform apply, or set port of aws_lb_target_group.web to 80",
  ]);
});

it.each<[string, Change]>([
  ["AWS has the same", { deployed: {} }],
  ["nobody has asked AWS", { targets: { web: unhealthy(404) } }],
])("is silent where %s", (_, change) => {
  expect(idsIn(change)).not.toContain(cause);
});
