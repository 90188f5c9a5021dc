import type { TerraformStack } from "cdktf";
import { albIn } from "../../support/synthesize";
import { type Case, certificateArn } from "./cases";

const ok = { fixedResponse: { statusCode: 200 } };
const path = [{ pathPattern: ["/a"] }];
const secured = (props: object) => (stack: TerraformStack) =>
  void albIn(stack, { https: { certificateArn } }).addRoute("a", {
    conditions: path,
    action: ok,
    ...props,
  } as never);
const on = (conditions: unknown) => secured({ conditions });
const at = (message: string) => `lab/alb/https/a: ${message}`;
const two = (one: object, other: object) => (stack: TerraformStack) => {
  const alb = albIn(stack, { https: { certificateArn } });
  alb.addRoute("web", { conditions: path, action: ok, ...one } as never);
  alb.addRoute("a", { conditions: path, action: ok, ...other } as never);
};
const PATH_RULE = "letters, digits, and _ - . $ / ~ \" ' @ : + & * ?";
const HOST_RULE =
  "1 to 128 letters, digits, hyphens, dots, * and ?, with a dot and only letters after the last one";

/** What is refused in a route's conditions. Facts: B25-B34, R6-R9, R20-R25, TF62-TF68. */
export const conditionCases: readonly Case[] = [
  ["conditions-missing", at("conditions must be a list of at least one condition, got []; add one"), on([])],
  [
    "conditions-missing",
    at('conditions must be a list of at least one condition, got {"pathPattern":["/a"]}; add one'),
    on({ pathPattern: ["/a"] }),
  ],
  [
    "condition-kind",
    at("a condition must hold one kind, got hostHeader and pathPattern; use one condition a kind"),
    on([{ pathPattern: ["/a"], hostHeader: ["a.b"] }]),
  ],
  [
    "condition-kind",
    at('a condition must hold one kind, got {"path":["/a"]}; use one condition a kind'),
    on([{ path: ["/a"] }]),
  ],
  [
    "condition-repeated",
    at("a route must have one pathPattern condition at most, got 2; put the values in one"),
    on([{ pathPattern: ["/a"] }, { pathPattern: ["/b"] }]),
  ],
  [
    "condition-without-values",
    at("condition.hostHeader must hold at least one value, got none; add a value"),
    on([{ hostHeader: [] }]),
  ],
  [
    "list-expected",
    at('condition.pathPattern must be a list, got "/a"; write its items between brackets'),
    on([{ pathPattern: "/a" }]),
  ],
  [
    "too-many-values",
    at("a route must have at most 5 condition values, got 6; split the route"),
    on([{ pathPattern: ["/1", "/2", "/3", "/4", "/5", "/6"] }]),
  ],
  [
    "too-many-wildcards",
    at("a route must have at most 6 wildcards, got 7; split the route or widen a pattern"),
    on([{ pathPattern: ["/*******"] }]),
  ],
  [
    "path-without-slash",
    at('condition.pathPattern must start with "/", got "api/*"; write "/api/*"'),
    on([{ pathPattern: ["api/*"] }]),
  ],
  [
    "path-too-long",
    at("condition.pathPattern must be at most 128 characters, got 129; shorten it"),
    on([{ pathPattern: [`/${"a".repeat(128)}`] }]),
  ],
  [
    "path-with-dots",
    at('condition.pathPattern must be a normal absolute path, got "/../admin"; resolve the dots'),
    on([{ pathPattern: ["/../admin"] }]),
  ],
  [
    "path-malformed",
    at(
      `condition.pathPattern must be ${PATH_RULE}, got "/a b\\n"; remove the other characters; no query here`,
    ),
    on([{ pathPattern: ["/a b\n"] }]),
  ],
  [
    "host-malformed",
    at(
      `condition.hostHeader[0] must be ${HOST_RULE}, got "no dots"; give a host such as api.example.com, no port`,
    ),
    on([{ hostHeader: ["no dots"] }]),
  ],
  [
    "header-name-malformed",
    at(
      'condition.httpHeader.name must be 1 to 40 characters of a header name, without wildcards, got "X-*"; give a name such as X-Version',
    ),
    on([{ httpHeader: { name: "X-*", values: ["1"] } }]),
  ],
  [
    "header-host",
    at('condition.httpHeader.name must not be "Host", got it; use a hostHeader condition'),
    on([{ httpHeader: { name: "HOST", values: ["1"] } }]),
  ],
  [
    "condition-text",
    at('condition.queryString[0].value must be 1 to 128 visible characters, got ""; shorten or correct it'),
    on([{ queryString: [{ value: "" }] }]),
  ],
  [
    "method-malformed",
    at(
      'condition.httpRequestMethod[0] must be 1 to 40 capital letters, hyphens or underscores, got "get"; write it in capitals, such as GET',
    ),
    on([{ httpRequestMethod: ["get"] }]),
  ],
  [
    "source-ip-malformed",
    at(
      'condition.sourceIp must be a network, got "10.0.0.5/24", which has host bits set; did you mean 10.0.0.0/24; correct it',
    ),
    on([{ sourceIp: ["10.0.0.5/24"] }]),
  ],
  [
    "priority-out-of-range",
    at("priority must be a whole number from 1 to 50000, got 0; give a number in that range"),
    secured({ priority: 0 }),
  ],
  [
    "priority-taken",
    at(
      'routes "web" and "a" must differ in priority, got 10 twice; give one of them another priority, such as 11',
    ),
    two({ priority: 10 }, { priority: 10, conditions: [{ pathPattern: ["/b"] }] }),
  ],
  [
    "route-order-unsaid",
    at(
      'routes "web" and "a" must not both match one request while their order is assigned, got patterns that overlap; give the narrower one a priority below 1000',
    ),
    two({}, {}),
  ],
  [
    "name-taken",
    'lab/alb/https: a route\'s id must be a name not used here yet, got "listener"; rename it',
    (stack) =>
      void albIn(stack, { https: { certificateArn } }).addRoute("listener", {
        conditions: path,
        action: ok,
      } as never),
  ],
  [
    "route-id",
    'lab/alb/https: a route\'s id must be a text that is not empty, got ""; give the route a name of its own',
    (stack) =>
      void albIn(stack, { https: { certificateArn } }).addRoute("", {
        conditions: path,
        action: ok,
      } as never),
  ],
];
