import { tooManyWildcards } from "../../../lab/lint/defects/too-many-wildcards";
import { findInConditions } from "../support/rule";

const paths = (...values: readonly unknown[]) => ({ path_pattern: { values } });

it("refuses seven wildcards [R9, N31]", () => {
  expect(findInConditions(tooManyWildcards, paths("/*/*/*/*", "/a?b?c?"))).toMatchObject([
    {
      severity: "error",
      message: "a rule must have at most 5 wildcards by the guide and 6 by the quota, got 7",
    },
  ]);
});

it("only doubts six, where sources differ, and is silent about five [X1]", () => {
  expect(findInConditions(tooManyWildcards, paths("/*/*/*/*", "/a?b?"))).toMatchObject([
    { severity: "warning" },
  ]);
  expect(findInConditions(tooManyWildcards, paths("/*/*/*/*", "/a?"))).toEqual([]);
});

it("counts over hosts, paths, header values, keys and values of queries [R10]", () => {
  const all = [
    { host_header: { values: ["*.example.com"] } },
    paths("/*"),
    { http_header: { http_header_name: "X-A", values: ["*a*"] } },
    { query_string: { key: "*k", value: "v*" } },
  ];
  expect(findInConditions(tooManyWildcards, ...all)[0]?.message).toContain("got 6");
});

it("does not take an escaped sign in a query for a wildcard [R24]", () => {
  const escaped = { query_string: { key: "\\*\\?\\*", value: "\\*\\?\\*\\*" } };
  expect(findInConditions(tooManyWildcards, escaped)).toEqual([]);
  const mixed = [escaped, paths("/*/*/*/*/*/*/*")];
  expect(findInConditions(tooManyWildcards, ...mixed)[0]?.message).toContain("got 7");
});

it("does not count signs in methods, which have no wildcards [R10]", () => {
  const method = { http_request_method: { values: ["*******"] } };
  expect(findInConditions(tooManyWildcards, method)).toEqual([]);
});

it("counts a value once that is written twice, and none that nobody knows", () => {
  expect(findInConditions(tooManyWildcards, paths("/*/*/*/*", "/*/*/*/*"))).toEqual([]);
  expect(findInConditions(tooManyWildcards, paths("/*/*/*/*/*", "${var.path}"))).toEqual([]);
});
