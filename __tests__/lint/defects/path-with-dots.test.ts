import { pathWithDots } from "../../../lab/lint/defects/path-with-dots";
import { findInConditions } from "../support/rule";

const inPath = (...values: readonly unknown[]) =>
  findInConditions(pathWithDots, { path_pattern: { values } });

it("doubts dot segments, which clients resolve before they send a path [B79, R29]", () => {
  expect(inPath("/a/../admin")).toMatchObject([
    {
      severity: "warning",
      message: 'path_pattern value must be a path without dot segments, got "/a/../admin"',
    },
  ]);
});

it.each(["/..", "/./a", "/a/.", "/*/../b"])("doubts %p", (path) => {
  expect(inPath("/ok", path)).toHaveLength(1);
});

it.each(["/.well-known/*", "/.*", "/a..b", "/...", "/a./b", "/.git/*"])("is silent about %p", (path) => {
  expect(inPath(path)).toEqual([]);
});

it("does not judge what nobody knows yet", () => {
  expect(inPath("${var.path}")).toEqual([]);
});
