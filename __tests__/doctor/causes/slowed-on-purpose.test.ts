import { type Change, idsIn, linesOf, unhealthy } from "../support/shop-evidence";

const cause = "slowed-on-purpose";

it("is what somebody did at the dashboard [U9]", () => {
  expect(
    linesOf(cause, {
      source: "local",
      targets: { web: unhealthy("Target.Timeout", { process: { state: "running", delayMs: 6000 } }) },
    }),
  ).toEqual([
    "certain, web: somebody has slowed the server at the dashboard, beyond the timeout of its health checks; set web back to normal at the dashboard",
  ]);
});

it.each<[string, Change]>([
  [
    "nothing is slowed",
    {
      source: "local",
      targets: { web: unhealthy("Target.Timeout", { process: { state: "running", delayMs: 0 } }) },
    },
  ],
  [
    "the delay is within the timeout",
    {
      source: "local",
      targets: { web: unhealthy("Target.Timeout", { process: { state: "running", delayMs: 2000 } }) },
    },
  ],
])("is silent where %s", (_, change) => {
  expect(idsIn(change)).not.toContain(cause);
});
