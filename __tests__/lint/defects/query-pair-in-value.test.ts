import { queryPairInValue } from "../../../lab/lint/defects/query-pair-in-value";
import { findInConditions } from "../support/rule";

const inQuery = (...query_string: readonly object[]) => findInConditions(queryPairInValue, { query_string });

it("warns of a pair that is written as a value [R24]", () => {
  expect(inQuery({ value: "version=v1" })).toMatchObject([
    {
      severity: "warning",
      message: 'query_string must hold key and value of one pair apart, got "version=v1" in one',
    },
  ]);
  expect(inQuery({ key: "", value: "version=*" })).toHaveLength(1);
});

it.each([
  { key: "version=", value: "v1" },
  { key: "a", value: "1&b=2" },
  { key: "a&b", value: "1" },
  { key: "a", value: "1#top" },
])("warns of %p, which no pair is [R30]", (pair) => {
  expect(inQuery({ value: "x" }, pair)).toHaveLength(1);
});

it.each([
  { key: "version", value: "v1" },
  { value: "v1" },
  { value: "*" },
  { value: "YWJjZA==" },
  { value: "YWJjZGU=" },
  { key: "next", value: "/a?b=c" },
  { key: "token", value: "a=b" },
])("is silent about %p", (pair) => {
  expect(inQuery(pair)).toEqual([]);
});

it("does not judge what nobody knows yet", () => {
  expect(inQuery({ key: "${var.key}", value: "a=b" })).toEqual([]);
  expect(inQuery({ value: "${var.value}" })).toEqual([]);
});
