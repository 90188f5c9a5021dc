import { type Change, idsIn, linesOf, onPort, unhealthy, withServer } from "../support/shop-evidence";

const cause = "port-not-served";

it("is a target group on a port that the server does not have [U11, TF40]", () => {
  expect(
    linesOf(cause, {
      resource: { ...withServer({}), ...onPort(80) },
      targets: { web: unhealthy("Target.FailedHealthChecks", { port: 80 }) },
    }),
  ).toEqual([
    "certain, web: requests go to port 80, and the server listens on 3000; set port of aws_lb_target_group_attachment.web to 3000, or let the server listen on 80",
  ]);
});

it("is likely where the port is read out of code", () => {
  expect(
    linesOf(cause, {
      resource: { aws_instance: { web: { user_data: "node -e 'app.listen(8080)'" } } },
      targets: { web: unhealthy("Target.FailedHealthChecks") },
    }),
  ).toEqual([
    "likely, web: requests go to port 3000, and the server listens on 8080; set port of aws_lb_target_group_attachment.web to 8080, or let the server listen on 3000",
  ]);
});

it.each<[string, Change]>([
  [
    "the server listens there",
    { resource: withServer({}), targets: { web: unhealthy("Target.FailedHealthChecks") } },
  ],
  [
    "it is healthy, so that the code was misunderstood",
    { resource: { aws_instance: { web: { user_data: "node -e 'app.listen(8080)'" } } } },
  ],
  [
    "a server of somebody else takes its place",
    {
      source: "local",
      resource: { ...withServer({}), ...onPort(80) },
      targets: { web: unhealthy("Target.FailedHealthChecks", { port: 80, process: { state: "external" } }) },
    },
  ],
])("is silent where %s", (_, change) => {
  expect(idsIn(change)).not.toContain(cause);
});
