import { type Change, idsIn, linesOf, unhealthy } from "../support/shop-evidence";

const cause = "health-check-server-error";

it("is likely with any 5xx [U5, H8]", () => {
  expect(linesOf(cause, { targets: { web: unhealthy(503), "web-2": unhealthy(503) } })).toEqual([
    'likely, web,web-2: the server answers "/health" with an error of its own, 503; look at the log of web and web-2 for what it misses, such as its database; no matcher can allow a 5xx',
  ]);
});

it.each<[string, Change]>([
  [
    "somebody has broken it at the dashboard",
    {
      source: "local",
      targets: { web: unhealthy(503, { process: { state: "running", healthBroken: true } }) },
    },
  ],
  ["the status is no error of the server", { targets: { web: unhealthy(404) } }],
])("is silent where %s", (_, change) => {
  expect(idsIn(change)).not.toContain(cause);
});
