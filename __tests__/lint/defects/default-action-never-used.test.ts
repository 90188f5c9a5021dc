import { defaultActionNeverUsed } from "../../../lab/lint/defects/default-action-never-used";
import { findIn, linesIn } from "../support/find";
import { addHttps, addRule, answer, method, path, redirectTo, source, to } from "../support/routes";
import type { Shape } from "../support/shop";

/** A rule that takes every path, while the group of the default action is also used elsewhere. */
const takeAll =
  (when: readonly object[] = [path("/*")]) =>
  (resource: Shape) => {
    addRule(resource, "all", { priority: 20, when, action: to("api") });
    addRule(resource, "other", { priority: 5, when: [path("/other")], action: to("web") });
  };

const withDefault = (actions: readonly object[] | string) => (resource: Shape) => {
  takeAll()(resource);
  resource.aws_lb_listener.http.default_action = actions;
};

it("tells which rules answer in place of the default action [R3, R4]", () => {
  expect(linesIn(defaultActionNeverUsed, takeAll())).toEqual([
    'aws_lb_listener.http: default_action must be there for some request, got "/*" (20) for every one; narrow the rules, or make their action the default one',
  ]);
  expect(findIn(defaultActionNeverUsed, takeAll())).toMatchObject([{ severity: "warning" }]);
});

it("tells a redirect to HTTPS that never happens", () => {
  expect(
    findIn(defaultActionNeverUsed, withDefault(redirectTo({ protocol: "HTTPS", port: "443" }))),
  ).toHaveLength(1);
});

it("sees that rules answer everything together [R25]", () => {
  const both =
    (...networks: readonly string[]) =>
    (resource: Shape) => {
      takeAll([source("0.0.0.0/1")])(resource);
      addRule(resource, "rest", { priority: 21, when: [source(...networks)], action: to("api") });
    };
  expect(findIn(defaultActionNeverUsed, both("128.0.0.0/1"))).toHaveLength(1);
  expect(findIn(defaultActionNeverUsed, both("128.0.0.0/2"))).toEqual([]);
});

describe("nothing is said where", () => {
  it.each([
    ["something is left", takeAll([path("/?*")])],
    ["another method is left", takeAll([path("/*"), method("GET", "HEAD", "POST")])],
    ["the default action is a net for what should not come", withDefault(answer("404"))],
    ["the default action does the same", withDefault(to("api"))],
    [
      "its group is reached by nothing else, which is told of the group",
      (resource: Shape) => {
        takeAll()(resource);
        delete resource.aws_lb_listener_rule.other;
      },
    ],
    [
      "the rule is on another listener",
      (resource: Shape) => {
        addHttps(resource, to("api"));
        addRule(resource, "all", { priority: 20, when: [path("/*")], action: to("api"), listener: "https" });
      },
    ],
  ])("%s", (_, change) => {
    expect(findIn(defaultActionNeverUsed, change)).toEqual([]);
  });
});

it("concludes nothing from what is not known", () => {
  expect(findIn(defaultActionNeverUsed, takeAll([path("${var.path}")]))).toEqual([]);
  expect(findIn(defaultActionNeverUsed, withDefault("${var.actions}"))).toEqual([]);
  const counted = (resource: Shape) => {
    takeAll()(resource);
    resource.aws_lb_listener_rule.all.count = "${var.count}";
  };
  expect(findIn(defaultActionNeverUsed, counted)).toEqual([]);
  const anyPriority = (resource: Shape) => {
    takeAll()(resource);
    resource.aws_lb_listener_rule.all.priority = "${var.priority}";
  };
  expect(findIn(defaultActionNeverUsed, anyPriority)).toHaveLength(1);
});
