import { pathWithoutSlash } from "../../../lab/lint/defects/path-without-slash";
import { findInConditions } from "../support/rule";

const inPath = (...values: readonly unknown[]) =>
  findInConditions(pathWithoutSlash, { path_pattern: { values } });

it("refuses a path that starts with something else, and writes it right [R21, B26]", () => {
  expect(inPath("api/*")).toMatchObject([
    {
      severity: "error",
      message: 'path_pattern value must start with "/", got "api/*", which no path matches',
      fix: 'write "/api/*"',
    },
  ]);
});

it.each(["health", "./a", "^/a", " /a"])("refuses %p", (path) => {
  expect(inPath("/ok", path)).toHaveLength(1);
});

it("knows an address when it sees one", () => {
  const [finding] = inPath("https://example.com/a");
  expect(finding?.fix).toBe("write the path alone; hosts belong into a host_header condition");
});

it.each(["/", "/api", "*", "*.php", "*/api", "?api", "?*"])(
  "is silent about %p: a wildcard can stand for the slash [R10, R12]",
  (path) => {
    expect(inPath(path)).toEqual([]);
  },
);

it("does not judge what nobody knows yet, and leaves an empty value to another defect", () => {
  expect(inPath("${var.path}", "")).toEqual([]);
});
