import { healthPathNotServed } from "../../../lab/lint/defects/health-path-not-served";
import { serverData, withScalingGroup, withServer } from "../support/embedded-server";
import { findIn, linesIn } from "../support/find";
import type { Shape } from "../support/shop";

const checked = (change: object) => (resource: Shape) => {
  Object.assign(resource.aws_lb_target_group.web.health_check, change);
};

it("refuses a health check of a path that the server does not know [U1, H3]", () => {
  expect(linesIn(healthPathNotServed, withServer({}, checked({ path: "/healthz" })))).toEqual([
    'aws_lb_target_group.web: health_check path must be "/health", which the server answers, got "/healthz"; ' +
      'set path to "/health"; the server counts it from the root, whatever its base path is',
  ]);
});

test.each(["/health/", "/Health", "/api/health", "/", "/health%2F"])(
  "refuses %p of a server below /api",
  (path) => {
    expect(findIn(healthPathNotServed, withServer({ basePath: "/api" }, checked({ path })))).toHaveLength(1);
  },
);

it("knows the path that is asked where none is set", () => {
  const unset = withServer({ basePath: "/api" }, (resource) => {
    delete resource.aws_lb_target_group.web.health_check;
  });
  expect(findIn(healthPathNotServed, unset)).toHaveLength(1);
});

it("refuses the greeting at a port that answers health checks only", () => {
  const atHealthPort = withServer({ healthPort: 3001 }, checked({ path: "/", port: 3001 }));
  expect(findIn(healthPathNotServed, atHealthPort)).toHaveLength(1);
  expect(findIn(healthPathNotServed, withServer({ healthPort: 3001 }, checked({ path: "/" })))).toEqual([]);
});

it("names a group of several servers once", () => {
  const twice = withServer({}, (resource) => {
    checked({ path: "/ping" })(resource);
    resource.aws_instance.web.count = 2;
    resource.aws_lb_target_group_attachment.web.count = 2;
    resource.aws_lb_target_group_attachment.web.target_id = "${aws_instance.web[count.index].id}";
  });
  expect(findIn(healthPathNotServed, twice)).toHaveLength(1);
});

test.each([
  ["the health path", "/", "/health"],
  ["a query, which the server does not look at", "/", "/health?from=alb"],
  ["the greeting", "/", "/"],
  ["the greeting below a path", "/api", "/api"],
  ["the same with a slash", "/api", "/api/"],
])("is silent about %s", (_, basePath, path) => {
  expect(findIn(healthPathNotServed, withServer({ basePath }, checked({ path })))).toEqual([]);
});

it("is silent where 404 is a success, where nothing is checked, and where nobody knows", () => {
  for (const change of [
    { matcher: "200-404" },
    { enabled: false },
    { path: "${var.path}" },
    { matcher: "${var.m}" },
  ])
    expect(findIn(healthPathNotServed, withServer({}, checked({ path: "/ping", ...change })))).toEqual([]);
  expect(findIn(healthPathNotServed, checked({ path: "/ping" }))).toEqual([]);
});

it("knows the servers of a scaling group", () => {
  expect(findIn(healthPathNotServed, withScalingGroup(serverData({ healthPath: "/up" })))).toHaveLength(1);
  expect(findIn(healthPathNotServed, withScalingGroup(serverData()))).toEqual([]);
});
