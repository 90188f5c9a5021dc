import { type Change, idsIn, linesOf, unhealthy } from "../support/shop-evidence";

const cause = "slow-answer";

it("is likely where the way to the server is open [U9, H53]", () => {
  expect(linesOf(cause, { targets: { web: unhealthy("Target.Timeout") } })).toEqual([
    'likely, web: the server takes longer than 5 s to answer "/health", or is overloaded; let the health check path answer at once, without database; or raise health_check timeout of aws_lb_target_group.web, below its interval',
  ]);
});

it("is possible where nobody knows the way [U9]", () => {
  expect(
    linesOf(cause, {
      resource: { aws_lb: { shop: { security_groups: "${var.groups}" } } },
      targets: { web: unhealthy("Target.Timeout") },
    }),
  ).toEqual([
    'possible, web: the server takes longer than 5 s to answer "/health", or is overloaded; let the health check path answer at once, without database; or raise health_check timeout of aws_lb_target_group.web, below its interval',
  ]);
});

it.each<[string, Change]>([
  [
    "the way is closed",
    {
      resource: { aws_vpc_security_group_ingress_rule: { servers: null } },
      targets: { web: unhealthy("Target.Timeout") },
    },
  ],
  ["nothing listens", { targets: { web: unhealthy("Target.FailedHealthChecks") } }],
])("is silent where %s", (_, change) => {
  expect(idsIn(change)).not.toContain(cause);
});
