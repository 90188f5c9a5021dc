import { type Change, idsIn, linesOf, unhealthy } from "../support/shop-evidence";

const cause = "server-never-started";

it("is likely where cloud-init is through and no server was started [U11]", () => {
  expect(
    linesOf(cause, {
      targets: {
        web: unhealthy("Target.FailedHealthChecks", {
          console: "Cloud-init v. 22.2.2 finished at Thu, 15 Jan 2026 22:12:01",
        }),
      },
    }),
  ).toEqual([
    "likely, web: the instance has booted, and nothing has started a server on it; let user_data of aws_instance.web start the server, and replace the instance: user data runs at the first boot only",
  ]);
});

it("is possible where an instance has no user data [U11]", () => {
  expect(linesOf(cause, { targets: { web: unhealthy("Target.FailedHealthChecks") } })).toEqual([
    "possible, web: the instance has booted, and nothing has started a server on it; let user_data of aws_instance.web start the server, and replace the instance: user data runs at the first boot only",
  ]);
});

it.each<[string, Change]>([
  [
    "a service was started",
    {
      resource: { aws_instance: { web: { user_data: "x" } } },
      targets: {
        web: unhealthy("Target.FailedHealthChecks", {
          console: "Started alb-lab.service\nCloud-init v. 22.2.2 finished at",
        }),
      },
    },
  ],
  ["something answers", { targets: { web: unhealthy(500) } }],
])("is silent where %s", (_, change) => {
  expect(idsIn(change)).not.toContain(cause);
});
