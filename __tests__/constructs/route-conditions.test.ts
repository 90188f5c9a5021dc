import type { RouteCondition } from "../../constructs";
import { routedStack, routeProblems, ruleOf } from "../support/routed-alb";

const ok = { fixedResponse: { statusCode: 200 } };

function blocksOf(...conditions: RouteCondition[]) {
  return ruleOf(routedStack({ one: { conditions, action: ok } }), "one").fields.condition;
}

// R20-R25
const kinds: [string, RouteCondition, unknown][] = [
  [
    "host header",
    { hostHeader: ["shop.example.com", "*.shop.example.com"] },
    { host_header: { values: ["shop.example.com", "*.shop.example.com"] } },
  ],
  ["path pattern", { pathPattern: ["/api", "/api/*"] }, { path_pattern: { values: ["/api", "/api/*"] } }],
  [
    "HTTP header",
    { httpHeader: { name: "X-Version", values: ["2", "2.*"] } },
    { http_header: { http_header_name: "X-Version", values: ["2", "2.*"] } },
  ],
  [
    "request method",
    { httpRequestMethod: ["GET", "PURGE"] },
    { http_request_method: { values: ["GET", "PURGE"] } },
  ],
  [
    "query string",
    { queryString: [{ key: "version", value: "v1" }, { value: "debug*" }] },
    { query_string: [{ key: "version", value: "v1" }, { value: "debug*" }] },
  ],
  [
    "source address",
    { sourceIp: ["192.0.2.0/24", "2001:db8::/32"] },
    { source_ip: { values: ["192.0.2.0/24", "2001:db8::/32"] } },
  ],
];
test.each(kinds)("a route can ask for a %s", (_, condition, block) => {
  expect(blocksOf(condition)).toEqual([block]);
});

test("one route may ask for several kinds, each in a block of its own, in the order given", () => {
  const five: RouteCondition[] = [
    { pathPattern: ["/api/*"] },
    { hostHeader: ["a.example.com"] },
    { httpHeader: { name: "X-A", values: ["1"] } },
    { httpHeader: { name: "X-B", values: ["2"] } },
    { httpRequestMethod: ["GET"] },
  ];
  expect(blocksOf(...five)).toEqual([
    { path_pattern: { values: ["/api/*"] } },
    { host_header: { values: ["a.example.com"] } },
    { http_header: { http_header_name: "X-A", values: ["1"] } },
    { http_header: { http_header_name: "X-B", values: ["2"] } },
    { http_request_method: { values: ["GET"] } },
  ]);
});

test("several services on one domain are told apart by any of the six kinds", () => {
  const stack = routedStack(
    Object.fromEntries(
      kinds.map(([, condition], index) => [
        `route-${index}`,
        { conditions: [condition], action: ok, priority: index + 1 },
      ]),
    ),
  );
  const listener = stack.only("aws_lb_listener", "alb_https");
  const rules = stack.all("aws_lb_listener_rule");
  expect(rules).toHaveLength(6);
  for (const rule of rules) expect(stack.resolve(rule.fields.listener_arn)).toBe(listener);
});

const refusals: [string, RouteCondition[], string][] = [
  ["no condition", [], "conditions-missing"],
  ["a condition without values", [{ pathPattern: [] }], "condition-without-values"],
  [
    "two kinds in one condition",
    [{ pathPattern: ["/a"], hostHeader: ["a.example.com"] } as RouteCondition],
    "condition-kind",
  ],
  ["two path conditions", [{ pathPattern: ["/a"] }, { pathPattern: ["/b"] }], "condition-repeated"],
  ["six values", [{ pathPattern: ["/a", "/b", "/c", "/d", "/e", "/f"] }], "too-many-values"], // N30
  ["seven wildcards", [{ pathPattern: ["/*/*/*/*/*/*/*"] }], "too-many-wildcards"], // N31
  ["a path without slash", [{ pathPattern: ["api"] }], "path-without-slash"],
  ["a path with a query", [{ pathPattern: ["/api#top"] }], "path-malformed"], // R21
  ["a path of 129 characters", [{ pathPattern: [`/${"a".repeat(128)}`] }], "path-too-long"], // R21
  ["a host without dot", [{ hostHeader: ["localhost"] }], "host-malformed"], // R20
  ["a host with port", [{ hostHeader: ["a.example.com:443"] }], "host-malformed"], // R20
  ["the Host header as header", [{ httpHeader: { name: "host", values: ["a"] } }], "header-host"], // R22
  ["a method in small letters", [{ httpRequestMethod: ["get"] }], "method-malformed"], // R23
  ["a source with host bits", [{ sourceIp: ["192.0.2.1/24"] }], "source-ip-malformed"], // R25
];
test.each(refusals)("a route is refused: %s", (_, conditions, id) => {
  const ids = routeProblems({ one: { conditions, action: ok } }).map((line) => line.split(":")[0]);
  expect(ids).toEqual([id]);
});
