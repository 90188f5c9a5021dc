import { type Change, idsIn, linesOf, probed, unhealthy } from "../support/shop-evidence";

const cause = "nothing-listens";

it("is likely where the connection is refused [U11, H62]", () => {
  expect(
    linesOf(cause, {
      targets: {
        web: unhealthy("Target.FailedHealthChecks", probed("connection refused")),
        "web-2": unhealthy("Target.FailedHealthChecks", probed("connection refused")),
      },
    }),
  ).toEqual([
    'likely, web,web-2: nothing listens on port 3000 of the target: the server is not up, on another port, or on 127.0.0.1 only; see with "ss -ltn" on web and web-2 which port its server has on 0.0.0.0; start it, or correct port of aws_lb_target_group.web',
  ]);
});

it("is possible where nobody has seen how the health check failed [H54]", () => {
  expect(linesOf(cause, { targets: { web: unhealthy("Target.FailedHealthChecks") } })).toEqual([
    'possible, web: nothing listens on port 3000 of the target: the server is not up, on another port, or on 127.0.0.1 only; see with "ss -ltn" on web which port its server has on 0.0.0.0; start it, or correct port of aws_lb_target_group.web',
  ]);
});

it.each<[string, Change]>([
  [
    "the process was stopped",
    {
      source: "local",
      targets: {
        web: unhealthy("Target.FailedHealthChecks", {
          process: { state: "stopped" },
          ...probed("connection refused"),
        }),
      },
    },
  ],
  ["the connection hangs", { targets: { web: unhealthy("Target.Timeout") } }],
])("is silent where %s", (_, change) => {
  expect(idsIn(change)).not.toContain(cause);
});
