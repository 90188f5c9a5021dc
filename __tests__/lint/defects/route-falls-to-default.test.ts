import { routeFallsToDefault } from "../../../lab/lint/defects/route-falls-to-default";
import { findIn, linesIn } from "../support/find";
import { addRule, answer, header, host, method, path, redirectTo, to } from "../support/routes";
import type { Shape } from "../support/shop";

/** The shop with other conditions for its group `api`, and perhaps more rules. */
const api =
  (when: readonly object[] | string, ...more: readonly (readonly object[])[]) =>
  (resource: Shape) => {
    addRule(resource, "api", { priority: 10, when, action: to("api") });
    for (const [index, others] of more.entries())
      addRule(resource, `more${index}`, { priority: 20 + index, when: others, action: to("api") });
  };

it("tells that a path without its last slash goes to the default action [R11, R3]", () => {
  expect(linesIn(routeFallsToDefault, api([path("/api/*")]))).toEqual([
    'aws_lb_listener_rule.api: path_pattern must also have "/api", which "/api/*" does not match, got the default action for it; add "/api" to the values',
  ]);
  expect(findIn(routeFallsToDefault, api([path("/api/*")]))).toMatchObject([{ severity: "warning" }]);
});

describe("the default action answers", () => {
  it.each([
    ["one path of two", api([path("/api", "/api/*", "/v2/*")])],
    [
      "where another rule takes it on another host only",
      api([path("/api/*"), host("a.com")], [path("/api"), host("b.com")]),
    ],
    ["in another case [R21]", api([path("/api/*")], [path("/API")])],
    [
      "with an answer of its own",
      (resource: Shape) => {
        api([path("/api/*")])(resource);
        resource.aws_lb_listener.http.default_action = answer("404");
      },
    ],
  ])("%s", (_, change) => {
    expect(findIn(routeFallsToDefault, change)).toHaveLength(1);
  });
});

describe("nothing is said where", () => {
  it.each([
    ["the path is one of the values", api([path("/api", "/api/*")])],
    ["the star takes it", api([path("/api*")])],
    ["another rule takes it", api([path("/api/*")], [path("/api")])],
    ["another rule takes some of it", api([path("/api/*")], [path("/api"), method("POST")])],
    ["another rule takes it for some clients", api([path("/api/*")], [path("/ap?"), header("x-beta", "1")])],
    ["everything is taken", api([path("/api/*")], [path("/*")])],
    ["files lie there", api([path("/static/*", "/images/*", "/.well-known/*", "/_next/*")])],
    ["it is a part of a larger path", api([path("/api/v1/*")])],
    ["it is everything", api([path("/*")])],
    ["the pattern has more stars", api([path("/api/*/x", "/*/api/*", "/a?i/*")])],
    [
      "the default action sends it to the same group",
      (resource: Shape) => {
        api([path("/api/*")])(resource);
        resource.aws_lb_listener.http.default_action = to("api");
      },
    ],
    [
      "the default action redirects, which is an answer",
      (resource: Shape) => {
        api([path("/api/*")])(resource);
        resource.aws_lb_listener.http.default_action = redirectTo({ protocol: "HTTPS", port: "443" });
      },
    ],
    [
      "the rule redirects",
      (resource: Shape) =>
        addRule(resource, "api", { priority: 10, when: [path("/api/*")], action: redirectTo({ path: "/" }) }),
    ],
    [
      "the path is that of a gRPC service [R31]",
      (resource: Shape) => {
        api([path("/shop/*")])(resource);
        resource.aws_lb_target_group.api.protocol_version = "GRPC";
      },
    ],
  ])("%s", (_, change) => {
    expect(findIn(routeFallsToDefault, change)).toEqual([]);
  });
});

it("concludes nothing from what is not known", () => {
  expect(findIn(routeFallsToDefault, api([path("/api/*")], [path("${var.path}")]))).toEqual([]);
  expect(findIn(routeFallsToDefault, api([path("/api/*", "${var.path}")]))).toEqual([]);
  expect(findIn(routeFallsToDefault, api([path("/api/*"), host("${var.host}")]))).toEqual([]);
  const elsewhere = (resource: Shape) => {
    api([path("/api/*")], [path("/x")])(resource);
    resource.aws_lb_listener_rule.more0.listener_arn = "${var.listener_arn}";
  };
  expect(findIn(routeFallsToDefault, elsewhere)).toEqual([]);
  const unknownDefault = (resource: Shape) => {
    api([path("/api/*")])(resource);
    resource.aws_lb_listener.http.default_action = [{ type: "forward", target_group_arn: "${var.group}" }];
  };
  expect(findIn(routeFallsToDefault, unknownDefault)).toEqual([]);
});
