import { pathMalformed } from "../../../lab/lint/defects/path-malformed";
import { findInConditions } from "../support/rule";

const inPath = (...values: readonly unknown[]) =>
  findInConditions(pathMalformed, { path_pattern: { values } });

it("refuses a character that AWS does not take, and names it [R21]", () => {
  expect(inPath("/a b")).toMatchObject([
    {
      severity: "error",
      message: `path_pattern value must be letters, digits and _ - . $ / ~ " ' @ : + & * ?, got " " in "/a b"`,
    },
  ]);
});

it.each([
  ["^/api/", "^"],
  ["/a%20b", "%"],
  ["/a=b", "="],
  ["/a,b", ","],
  ["/a;b", ";"],
  ["/users/{id}", "{"],
  ["/a#top", "#"],
  ["/\\*", "\\"],
  ["/(a|b)", "("],
  ["/schöne", "ö"],
  ["/😀", "😀"],
  ["/a\n", "\n"],
])("refuses %p for its %p [R21]", (path, wrong) => {
  const [finding, ...others] = inPath(path);
  expect(others).toEqual([]);
  expect(finding?.message).toContain(`got ${JSON.stringify(wrong)} in `);
  expect(finding?.message).not.toContain("\n");
});

it("is silent about every character that AWS takes", () => {
  expect(inPath("/AZaz09_-.$/~\"'@:+&*?", "/*", "*", "/")).toEqual([]);
});

it("leaves a query to another defect, but not what is before it", () => {
  expect(inPath("/a?b=c d")).toEqual([]);
  expect(inPath("/a b?c=d")).toHaveLength(1);
});

it("does not judge what nobody knows yet, and finds nothing in an empty value", () => {
  expect(inPath("${var.path}", "")).toEqual([]);
  expect(findInConditions(pathMalformed, { path_pattern: "${var.block}" })).toEqual([]);
});
