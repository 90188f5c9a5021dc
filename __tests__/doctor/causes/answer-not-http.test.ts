import { type Change, httpsGroup, idsIn, linesOf, probed, unhealthy } from "../support/shop-evidence";

const cause = "answer-not-http";

it("is likely where the answer is no HTTP [U12, H62]", () => {
  expect(
    linesOf(cause, {
      targets: { web: unhealthy("Target.FailedHealthChecks", probed("an answer that is no HTTP")) },
    }),
  ).toEqual([
    "likely, web: what answers on port 3000 speaks no plain HTTP: TLS, or another protocol; set protocol and health_check protocol of aws_lb_target_group.web to HTTPS if the server speaks TLS, else correct its port",
  ]);
});

it("is likely where the connection is closed before an answer [U12]", () => {
  expect(
    linesOf(cause, {
      targets: { web: unhealthy("Target.FailedHealthChecks", probed("connection closed before an answer")) },
    }),
  ).toEqual([
    "likely, web: what answers on port 3000 speaks no plain HTTP: TLS, or another protocol; set protocol and health_check protocol of aws_lb_target_group.web to HTTPS if the server speaks TLS, else correct its port",
  ]);
});

it.each<[string, Change]>([
  [
    "the connection is refused",
    { targets: { web: unhealthy("Target.FailedHealthChecks", probed("connection refused")) } },
  ],
  [
    "health checks speak HTTPS",
    {
      ...httpsGroup,
      targets: { web: unhealthy("Target.FailedHealthChecks", probed("an answer that is no HTTP")) },
    },
  ],
])("is silent where %s", (_, change) => {
  expect(idsIn(change)).not.toContain(cause);
});
