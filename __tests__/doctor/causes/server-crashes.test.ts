import { type Change, idsIn, linesOf, unhealthy } from "../support/shop-evidence";

const cause = "server-crashes";

it("is a process that has crashed here [U11]", () => {
  expect(
    linesOf(cause, {
      source: "local",
      targets: {
        web: unhealthy("Target.FailedHealthChecks", {
          process: { state: "crashed", restartAtMs: 0 },
          console: "ended with code 1: Error: no database",
        }),
      },
    }),
  ).toEqual([
    "certain, web: the server ends with an error after its start, again and again or just now; correct the error that web printed, or start it at the dashboard",
  ]);
});

it("is what systemd says on the console of an instance [U11]", () => {
  expect(
    linesOf(cause, {
      targets: {
        web: unhealthy("Target.FailedHealthChecks", {
          console: "alb-lab.service: Main process exited, code=exited, status=1/FAILURE",
        }),
      },
    }),
  ).toEqual([
    "certain, web: the server ends with an error after its start, again and again or just now; correct the error; \"journalctl -u '*.service' -e\" on web shows all of it",
  ]);
});

it.each<[string, Change]>([
  [
    "the process runs",
    { source: "local", targets: { web: unhealthy(503, { process: { state: "running" } }) } },
  ],
  [
    "it is being deregistered",
    { source: "local", targets: { web: { state: "draining", process: { state: "crashed" } } } },
  ],
])("is silent where %s", (_, change) => {
  expect(idsIn(change)).not.toContain(cause);
});
