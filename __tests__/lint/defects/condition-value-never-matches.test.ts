import { conditionValueNeverMatches } from "../../../lab/lint/defects/condition-value-never-matches";
import { findIn, linesIn } from "../support/find";
import { addRule, host, method, path, to } from "../support/routes";
import type { Shape } from "../support/shop";

/** The shop with one more rule behind the one for `/api` and `/api/*`, which goes to the group `api`. */
const behind =
  (when: readonly object[], action = to("web")) =>
  (resource: Shape) =>
    addRule(resource, "late", { priority: 20, when, action });

const values = (change: (resource: Shape) => void) =>
  findIn(conditionValueNeverMatches, change).map(({ message }) => /got ("[^"]*") of/.exec(message)?.[1]);

it("tells the value that an earlier rule takes, and the rule [B30, R4, R6]", () => {
  expect(linesIn(conditionValueNeverMatches, behind([path("/v1/*", "/api/v1/*")]))).toEqual([
    'aws_lb_listener_rule.late: each value of a rule must match requests that no earlier rule takes, got "/api/v1/*" of "/api/v1/*" or "/v1/*" (20) where "/api" or "/api/*" (10) matches first; take the value out, or give a rule of its own to it, with a lower priority',
  ]);
});

it("looks at hosts as well, and at the other conditions of the rule", () => {
  const hosts =
    (...others: readonly object[]) =>
    (resource: Shape) => {
      addRule(resource, "api", { priority: 10, when: [host("*.api.com"), method("GET")], action: to("api") });
      behind([host("a.api.com", "b.com"), ...others])(resource);
    };
  expect(values(hosts(method("GET")))).toEqual(['"a.api.com"']);
  expect(values(hosts())).toEqual([]);
});

describe("nothing is said where", () => {
  it.each([
    ["a request is left for each value", [path("/api*", "/v1/*")]],
    ["the rule has one value", [path("/api/v1/*")]],
    ["the whole rule is taken, which is told of the rule", [path("/api/a", "/api/b")]],
    ["a value is not known", [path("/v1/*", "${var.path}")]],
    ["a value repeats another one of the rule", [path("/v1/*", "/v1/a")]],
    [
      "another condition is not known, and the rule may never match",
      [path("/v1/*", "/api/v1/*"), host("${var.host}")],
    ],
  ])("%s", (_, when) => {
    expect(values(behind(when))).toEqual([]);
  });

  it("both go to the same group", () => {
    expect(values(behind([path("/v1/*", "/api/v1/*")], to("api")))).toEqual([]);
  });

  it("a star inside a segment takes it, which is told of the star", () => {
    const change = (resource: Shape) => {
      addRule(resource, "api", { priority: 10, when: [path("/api*")], action: to("api") });
      behind([path("/apikeys", "/keys")])(resource);
    };
    expect(values(change)).toEqual([]);
  });

  it("the order is not known", () => {
    const change = (resource: Shape) => {
      behind([path("/v1/*", "/api/v1/*")])(resource);
      resource.aws_lb_listener_rule.api.priority = "${var.priority}";
    };
    expect(values(change)).toEqual([]);
  });
});
