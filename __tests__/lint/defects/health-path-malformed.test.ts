import { healthPathMalformed } from "../../../lab/lint/defects/health-path-malformed";
import { findIn } from "../support/find";
import { functionGroupWith, groupWith, networkGroupWith } from "../support/group";

const asking = (path: unknown) => groupWith({ health_check: { path } });

it.each([
  ["health", 'must start with "/", got "health"'],
  ["", 'must start with "/", got ""'],
  ["http://localhost/health", 'must start with "/", got "http://localhost/health"'],
  [" /health", 'must start with "/", got " /health"'],
  ["/health check", 'must hold no spaces and no control characters, got "/health check"'],
  ["/health\n", 'must hold no spaces and no control characters, got "/health\\n"'],
  [`/${"a".repeat(1024)}`, "must have at most 1024 characters, got 1025"],
])("refuses %j [H3, B39]", (path, rest) => {
  expect(
    findIn(healthPathMalformed, asking(path)).map(({ message, severity }) => `${severity}: ${message}`),
  ).toEqual([`error: health_check path ${rest}`]);
});

it.each(["/health#ready", "/gesundheit/größe"])(
  "only warns of %j, because nobody knows what AWS does",
  (path) => {
    expect(findIn(healthPathMalformed, asking(path)).map(({ severity }) => severity)).toEqual(["warning"]);
  },
);

it.each(["/", "/health?deep=1&x=%20", "/AWS.ALB/healthcheck", `/${"a".repeat(1023)}`, null])(
  "is silent about %j",
  (path) => {
    expect(findIn(healthPathMalformed, asking(path))).toEqual([]);
  },
);

it("does not judge what nobody knows yet, nor a group of a network load balancer", () => {
  expect(findIn(healthPathMalformed, asking("${var.path}"))).toEqual([]);
  expect(findIn(healthPathMalformed, networkGroupWith({ health_check: { path: "health" } }))).toEqual([]);
});

it("looks at functions too", () => {
  expect(findIn(healthPathMalformed, functionGroupWith({ health_check: { path: "health" } }))).toHaveLength(
    1,
  );
});
