import { type Change, idsIn, linesOf, unhealthy } from "../support/shop-evidence";

const cause = "server-stopped";

it("is what somebody did, and both servers are told together [U11]", () => {
  expect(
    linesOf(cause, {
      source: "local",
      targets: {
        web: unhealthy("Target.FailedHealthChecks", { process: { state: "stopped" } }),
        "web-2": unhealthy("Target.FailedHealthChecks", { process: { state: "stopped" } }),
      },
    }),
  ).toEqual([
    "certain, web,web-2: the server was stopped, at the dashboard or by a signal; start web and web-2 at the dashboard",
  ]);
});

it("is told before health checks notice [H54]", () => {
  expect(linesOf(cause, { source: "local", targets: { web: { process: { state: "stopped" } } } })).toEqual([
    "certain, web: the server was stopped, at the dashboard or by a signal; start web at the dashboard",
  ]);
});

it.each<[string, Change]>([
  ["the process runs", { source: "local", targets: { web: { process: { state: "running" } } } }],
  [
    "it drains, so that it was meant to stop",
    { source: "local", targets: { web: { state: "draining", process: { state: "stopping" } } } },
  ],
])("is silent where %s", (_, change) => {
  expect(idsIn(change)).not.toContain(cause);
});
