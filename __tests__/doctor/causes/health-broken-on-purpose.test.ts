import { type Change, idsIn, linesOf, unhealthy } from "../support/shop-evidence";

const cause = "health-broken-on-purpose";

it("is what somebody did at the dashboard [U5]", () => {
  expect(
    linesOf(cause, {
      source: "local",
      targets: { web: unhealthy(503, { process: { state: "running", healthBroken: true } }) },
    }),
  ).toEqual([
    "certain, web: somebody has broken the health check at the dashboard; mend the health of web at the dashboard",
  ]);
});

it.each<[string, Change]>([
  [
    "the server fails by itself",
    {
      source: "local",
      targets: { web: unhealthy(503, { process: { state: "running", healthBroken: false } }) },
    },
  ],
  [
    "health checks have not noticed",
    { source: "local", targets: { web: { process: { state: "running", healthBroken: true } } } },
  ],
])("is silent where %s", (_, change) => {
  expect(idsIn(change)).not.toContain(cause);
});
