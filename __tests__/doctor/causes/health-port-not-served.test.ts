import { type Change, checked, idsIn, linesOf, unhealthy, withServer } from "../support/shop-evidence";

const cause = "health-port-not-served";

it("is certain where the server says its ports [U11, H2]", () => {
  expect(
    linesOf(cause, {
      resource: { ...withServer({}), ...checked({ port: "9000" }) },
      targets: { web: unhealthy("Target.FailedHealthChecks") },
    }),
  ).toEqual([
    'certain, web: health checks go to port 9000, on which the server does not listen; set health_check port of aws_lb_target_group.web to "traffic-port" or 3000',
  ]);
});

it.each<[string, Change]>([
  [
    "the server has a health port",
    {
      resource: { ...withServer({ healthPort: 9000 }), ...checked({ port: "9000" }) },
      targets: { web: unhealthy("Target.FailedHealthChecks") },
    },
  ],
  [
    "health checks go to the traffic port",
    { resource: withServer({}), targets: { web: unhealthy("Target.FailedHealthChecks") } },
  ],
])("is silent where %s", (_, change) => {
  expect(idsIn(change)).not.toContain(cause);
});
