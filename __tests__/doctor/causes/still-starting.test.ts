import { AT_MS, type Change, idsIn, linesOf, unhealthy } from "../support/shop-evidence";

const cause = "still-starting";

it("is a new instance, though AWS calls it unhealthy already [U20]", () => {
  expect(
    linesOf(cause, {
      targets: { web: unhealthy("Target.FailedHealthChecks", { launchedAtMs: AT_MS - 60_000 }) },
    }),
  ).toEqual([
    "likely, web: the instance has just been launched: boot, packages and server take about 3 minutes; wait, and ask again if it is not healthy by then",
  ]);
});

it("is a target whose first health checks are under way [H51]", () => {
  expect(
    linesOf(cause, { targets: { web: { state: "initial", reason: "Elb.InitialHealthChecking" } } }),
  ).toEqual([
    "likely, web: the first health checks are still under way; wait, and ask again if it is not healthy by then",
  ]);
});

it.each<[string, Change]>([
  [
    "the instance has had its time",
    { targets: { web: unhealthy("Target.FailedHealthChecks", { launchedAtMs: AT_MS - 600_000 }) } },
  ],
  [
    "it is certain that it will not start",
    {
      targets: {
        web: unhealthy("Target.FailedHealthChecks", {
          launchedAtMs: AT_MS - 60_000,
          console: "npm error code E404",
        }),
      },
    },
  ],
  ["it is healthy", { targets: { web: { launchedAtMs: AT_MS - 60_000 } } }],
])("is silent where %s", (_, change) => {
  expect(idsIn(change)).not.toContain(cause);
});
