import { pathWithQuery } from "../../../lab/lint/defects/path-with-query";
import { findInConditions } from "../support/rule";

const inPath = (...values: readonly unknown[]) =>
  findInConditions(pathWithQuery, { path_pattern: { values } });

it("refuses a query in a path, which a pattern does not see [R21]", () => {
  expect(inPath("/search?q=shoes")).toMatchObject([
    {
      severity: "error",
      message: 'path_pattern value must be a path without a query, got "/search?q=shoes"',
      fix: "move the query into a query_string condition of the same rule; in a path ? is any one character",
    },
  ]);
});

it.each(["/search?q=*", "/?a=1&b=2", "*?page=", "/a/b?long-key=1"])("refuses %p", (path) => {
  expect(inPath("/ok", path)).toHaveLength(1);
});

it.each(["/v?/items", "/?", "/a?", "/a?b", "/??/*", "/a=b", "/a?/b=c"])(
  "is silent about %p, where ? may be meant as any one character [R10]",
  (path) => {
    expect(inPath(path)).toEqual([]);
  },
);

it("does not judge what nobody knows yet", () => {
  expect(inPath("${var.path}")).toEqual([]);
});
