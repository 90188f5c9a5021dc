import { regexMalformed } from "../../../lab/lint/defects/regex-malformed";
import { findInConditions } from "../support/rule";

const inRegex = (...regex_values: readonly unknown[]) =>
  findInConditions(regexMalformed, { path_pattern: [{ regex_values }] });

it("refuses an expression of 129 characters, not one of 128 [R14]", () => {
  expect(inRegex("a".repeat(129))).toMatchObject([
    { severity: "error", message: "regex_values must be at most 128 characters, got 129" },
  ]);
  expect(inRegex("a".repeat(128))).toEqual([]);
});

it.each([
  ["^/(?!admin)", "lookahead and lookbehind"],
  ["^/(?=a)", "lookahead and lookbehind"],
  ["(?<=/a)b", "lookahead and lookbehind"],
  ["(?<!/a)b", "lookahead and lookbehind"],
  ["(?>a+)b", "atomic groups"],
  ["/a*+b", "possessive quantifiers"],
  ["/[a-z]++", "possessive quantifiers"],
  ["/a{2}+", "possessive quantifiers"],
  ["/(a)\\1", "backreferences"],
  ["/(?<x>a)\\k<x>", "backreferences"],
  ["/(a(?R)?)", "recursion and subroutines"],
  ["/(a)(?1)", "recursion and subroutines"],
  ["/\\p{L}+", "Unicode classes"],
  ["/[\\p{L}0-9]", "Unicode classes"],
])("refuses %p for its %s [R14]", (regex, name) => {
  const [finding, ...others] = inRegex("^/ok$", regex);
  expect(others).toEqual([]);
  expect(finding?.message).toBe(`regex_values must be without ${name}, got ${JSON.stringify(regex)}`);
});

it.each([
  "^/api/(v1|v2)/.*$",
  "^/(?:a|b)+/(?<name>[a-z]+)$",
  "/a\\++",
  "/[*+]+",
  "/[?]+\\d{2,3}?",
  "/\\\\1",
  "/\\x{41}+",
  "/\\(\\?=",
  "(?i)/shop",
])("is silent about %p", (regex) => {
  expect(inRegex(regex)).toEqual([]);
});

it("looks at hosts and headers too", () => {
  const bad = { regex_values: ["(?=a)"] };
  expect(findInConditions(regexMalformed, { host_header: bad })).toHaveLength(1);
  const header = { http_header: { http_header_name: "X-A", ...bad } };
  expect(findInConditions(regexMalformed, header)).toHaveLength(1);
});

it("does not judge what nobody knows yet, nor values that are no expressions", () => {
  expect(inRegex("${var.regex}")).toEqual([]);
  expect(findInConditions(regexMalformed, { path_pattern: { regex_values: "${var.all}" } })).toEqual([]);
  expect(findInConditions(regexMalformed, { path_pattern: { values: ["/(?=a)"] } })).toEqual([]);
});
