import { routesOverlap } from "../../../lab/lint/defects/routes-overlap";
import { findIn, linesIn } from "../support/find";
import { addRule, host, path, to } from "../support/routes";
import type { Shape } from "../support/shop";

type Paths = readonly string[];

/** One route to the group `api`, and one to `web`, at these priorities. */
const routes =
  (api: Paths, web: Paths, [first, second] = [10, 20], extra: object[] = []) =>
  (resource: Shape) => {
    addRule(resource, "api", { priority: first, when: [path(...api)], action: to("api") });
    addRule(resource, "web", { priority: second, when: [path(...web), ...extra], action: to("web") });
  };

it("tells what a star inside a segment takes from another route [R12]", () => {
  expect(linesIn(routesOverlap, routes(["/api*"], ["/api-v2/*"], [20, 10]))).toEqual([
    'aws_lb_listener_rule.api: a path_pattern must end with a whole segment where another one goes on, got "/api*" (20) that takes "/api-v2" beside "/api-v2/*" (10); write "/api" and "/api/*" in place of "/api*"',
  ]);
  expect(findIn(routesOverlap, routes(["/api*"], ["/api-v2/*"], [20, 10]))).toMatchObject([
    { severity: "warning" },
  ]);
});

describe("routes overlap by accident", () => {
  it.each([
    ["what lies below a single path [R11]", ["/api*"], ["/apikeys"], [20, 10]],
    ["one path of two", ["/api*"], ["/apikeys", "/keys"], [10, 20]],
    ["deeper down", ["/v1/api*"], ["/v1/apikeys/*"], [20, 10]],
    ["a star deeper down", ["/api*"], ["/apikeys/*/secret"], [20, 10]],
    ["one value of several", ["/a/*", "/api*"], ["/apikeys/*"], [20, 10]],
  ] as const)("%s", (_, api, web, priorities) => {
    expect(findIn(routesOverlap, routes(api, web, [...priorities]))).toHaveLength(1);
  });
});

describe("routes do not overlap", () => {
  it.each([
    ["narrower first", ["/api/*"], ["/api/admin/*"], [20, 10]],
    ["narrower first, below a star inside a segment", ["/api*"], ["/api/admin/*"], [20, 10]],
    ["the whole of the longer name first", ["/api*"], ["/api-v2*"], [20, 10]],
    ["the longer name with all below it first", ["/api*"], ["/api-v2", "/api-v2/*"], [20, 10]],
    ["whole segments", ["/api", "/api/*"], ["/api-v2/*"], [10, 20]],
    ["files of a kind anywhere", ["/api/*"], ["*.png"], [10, 20]],
    ["everything last", ["/api*"], ["/*"], [10, 20]],
    ["a name that does not begin alike", ["/api*"], ["/app/*"], [20, 10]],
    ["a pattern within the name", ["/api*"], ["/ap?keys/*"], [20, 10]],
  ] as const)("%s", (_, api, web, priorities) => {
    expect(findIn(routesOverlap, routes(api, web, [...priorities]))).toEqual([]);
  });
});

it("leaves a route of which nothing is left to another defect", () => {
  expect(findIn(routesOverlap, routes(["/api*"], ["/apikeys"]))).toEqual([]);
});

it("minds only routes that one request can meet, and that lead to different groups", () => {
  const change = (action: object[], extra: object[]) => (resource: Shape) => {
    addRule(resource, "api", {
      priority: 20,
      when: [path("/api*"), host("a.example.com")],
      action: to("api"),
    });
    addRule(resource, "web", { priority: 10, when: [path("/apikeys/*"), ...extra], action });
  };
  expect(findIn(routesOverlap, change(to("web"), []))).toHaveLength(1);
  expect(findIn(routesOverlap, change(to("web"), [host("*.example.com")]))).toHaveLength(1);
  expect(findIn(routesOverlap, change(to("web"), [host("b.example.com")]))).toEqual([]);
  expect(findIn(routesOverlap, change(to("api"), []))).toEqual([]);
});

it("concludes nothing from what is not known", () => {
  expect(findIn(routesOverlap, routes(["/api*"], ["${var.path}"], [20, 10]))).toEqual([]);
  expect(findIn(routesOverlap, routes(["/api*"], ["/apikeys/*"], [20, 10], [host("${var.host}")]))).toEqual(
    [],
  );
  const unset = (resource: Shape) => {
    routes(["/api*"], ["/apikeys", "/keys"])(resource);
    resource.aws_lb_listener_rule.api.priority = "${var.priority}";
  };
  expect(findIn(routesOverlap, unset)).toHaveLength(1);
  const unknownGroup = (resource: Shape) => {
    routes(["/api*"], ["/apikeys/*"], [20, 10])(resource);
    resource.aws_lb_listener_rule.web.action[0].target_group_arn = "${var.group}";
  };
  expect(findIn(routesOverlap, unknownGroup)).toEqual([]);
});
