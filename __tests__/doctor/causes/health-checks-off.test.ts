import { type Change, idsIn, linesOf } from "../support/shop-evidence";

const cause = "health-checks-off";

it("is a group of a function, as it is meant [U22, H61]", () => {
  expect(
    linesOf(cause, { targets: { web: { state: "unavailable", reason: "Target.HealthCheckDisabled" } } }),
  ).toEqual([
    "certain, web: functions are not checked unless that is switched on; it gets requests all the same; nothing; set health_check enabled of aws_lb_target_group.web to true if DNS shall fail over",
  ]);
});

it.each<[string, Change]>([
  ["health checks are made", {}],
  ["AWS could not make one", { targets: { web: { state: "unavailable", reason: "Elb.InternalError" } } }],
])("is silent where %s", (_, change) => {
  expect(idsIn(change)).not.toContain(cause);
});
