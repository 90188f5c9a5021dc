import { type Change, checked, idsIn, linesOf, unhealthy, withServer } from "../support/shop-evidence";

const cause = "health-path-not-found";

it("is likely with 404 from a server that nobody knows [U1]", () => {
  expect(linesOf(cause, { targets: { web: unhealthy(404), "web-2": unhealthy(404) } })).toEqual([
    'likely, web,web-2: the server answers 404 to "/health": it has no such path; add the path to the server, or set health_check path of aws_lb_target_group.web to one that it answers with 200',
  ]);
});

it("is certain where the server says its path, even before a health check [U1, H3]", () => {
  expect(
    linesOf(cause, {
      resource: withServer({ healthPath: "/ready" }),
      targets: { web: { state: "initial", reason: "Elb.InitialHealthChecking" } },
    }),
  ).toEqual([
    "certain, web: the health check asks for /health, which the server does not have; set health_check path of aws_lb_target_group.web to /ready",
  ]);
});

it.each<[string, Change]>([
  [
    "the server has the path",
    { resource: withServer({ healthPath: "/health" }), targets: { web: unhealthy(503) } },
  ],
  [
    "the path has a query, which the server does not look at",
    {
      resource: { ...withServer({}), ...checked({ path: "/health?deep" }) },
      targets: { web: unhealthy(503) },
    },
  ],
  [
    "the greeting is asked for",
    { resource: { ...withServer({}), ...checked({ path: "/" }) }, targets: { web: unhealthy(503) } },
  ],
  ["the target is healthy", { resource: withServer({ healthPath: "/ready" }) }],
])("is silent where %s", (_, change) => {
  expect(idsIn(change)).not.toContain(cause);
});
