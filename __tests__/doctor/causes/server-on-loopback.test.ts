import { type Change, idsIn, linesOf, unhealthy } from "../support/shop-evidence";

const cause = "server-on-loopback";

it("is likely where code says so [U11]", () => {
  expect(
    linesOf(cause, {
      resource: { aws_instance: { web: { user_data: "app.listen(3000, '127.0.0.1')" } } },
      targets: { web: unhealthy("Target.FailedHealthChecks") },
    }),
  ).toEqual([
    "likely, web: the server listens on the machine's own address only, where no load balancer reaches it; let the server listen on 0.0.0.0 in the user data of aws_instance.web",
  ]);
});

it("is likely where an option says so [U11]", () => {
  expect(
    linesOf(cause, {
      resource: { aws_instance: { web: { user_data: "gunicorn --bind 127.0.0.1:3000" } } },
      targets: { web: unhealthy("Target.FailedHealthChecks") },
    }),
  ).toEqual([
    "likely, web: the server listens on the machine's own address only, where no load balancer reaches it; let the server listen on 0.0.0.0 in the user data of aws_instance.web",
  ]);
});

it.each<[string, Change]>([
  [
    "it listens on all addresses",
    {
      resource: { aws_instance: { web: { user_data: "app.listen(3000, '0.0.0.0')" } } },
      targets: { web: unhealthy("Target.FailedHealthChecks") },
    },
  ],
  [
    "something answers",
    {
      resource: { aws_instance: { web: { user_data: "app.listen(3000, '127.0.0.1')" } } },
      targets: { web: unhealthy(500) },
    },
  ],
])("is silent where %s", (_, change) => {
  expect(idsIn(change)).not.toContain(cause);
});
