import { queryTooLong } from "../../../lab/lint/defects/query-too-long";
import { findInConditions } from "../support/rule";

const inQuery = (...query_string: readonly object[]) => findInConditions(queryTooLong, { query_string });
const long = "a".repeat(129);
const longest = "a".repeat(128);

it.each([
  ["key", { key: long, value: "b" }],
  ["value", { key: "b", value: long }],
  ["value", { value: long }],
])("refuses a %s of 129 characters [R24, TF67]", (part, pair) => {
  expect(inQuery(pair)).toMatchObject([
    { severity: "error", message: `query_string ${part} must be at most 128 characters, got 129` },
  ]);
});

it("is silent about 128 characters each", () => {
  expect(inQuery({ key: longest, value: longest }, { value: longest })).toEqual([]);
});

it("finds the pair among several, and the half that is known", () => {
  expect(inQuery({ value: "a" }, { key: long, value: "${var.value}" })).toHaveLength(1);
  expect(findInConditions(queryTooLong, { query_string: { key: long, value: long } })).toHaveLength(2);
});

it("does not judge what nobody knows yet", () => {
  expect(inQuery({ key: "${var.key}", value: "${var.value}" })).toEqual([]);
  expect(findInConditions(queryTooLong, { query_string: "${var.pairs}" })).toEqual([]);
});
