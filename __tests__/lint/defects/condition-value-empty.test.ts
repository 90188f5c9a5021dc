import { conditionValueEmpty } from "../../../lab/lint/defects/condition-value-empty";
import { findInConditions } from "../support/rule";

it.each(["host_header", "path_pattern", "http_request_method", "source_ip"])(
  "refuses an empty value of %s, also among others [R15]",
  (kind) => {
    expect(findInConditions(conditionValueEmpty, { [kind]: { values: ["x", ""] } })).toMatchObject([
      { severity: "error", message: `a value of ${kind} must be at least one character, got ""` },
    ]);
    expect(findInConditions(conditionValueEmpty, { [kind]: [{ values: ["x"] }] })).toEqual([]);
  },
);

it("refuses an empty value of a header [R15]", () => {
  const header = { http_header: { http_header_name: "X-A", values: [""] } };
  expect(findInConditions(conditionValueEmpty, header)).toHaveLength(1);
});

it("refuses an empty value of a query, which the provider does not look at [R15, TF67]", () => {
  const [finding] = findInConditions(conditionValueEmpty, { query_string: { key: "debug", value: "" } });
  expect(finding?.message).toBe('a value of query_string must be at least one character, got ""');
  const among = { query_string: [{ key: "a", value: "1" }, { value: "" }] };
  expect(findInConditions(conditionValueEmpty, among)).toHaveLength(1);
});

it("refuses a condition without any value [TF63, TF64]", () => {
  const [finding] = findInConditions(conditionValueEmpty, { path_pattern: { values: [] } });
  expect(finding?.message).toBe("a value of path_pattern must be at least one character, got no value");
});

it("is silent about a query without a key, in all spellings, and about regular expressions", () => {
  expect(findInConditions(conditionValueEmpty, { query_string: { value: "a" } })).toEqual([]);
  expect(findInConditions(conditionValueEmpty, { query_string: { key: "", value: "a" } })).toEqual([]);
  const regex = { path_pattern: { values: [], regex_values: ["^/a"] } };
  expect(findInConditions(conditionValueEmpty, regex)).toEqual([]);
});

it("does not judge what nobody knows yet", () => {
  expect(findInConditions(conditionValueEmpty, { path_pattern: { values: ["${var.path}"] } })).toEqual([]);
  expect(findInConditions(conditionValueEmpty, { path_pattern: { values: "${var.all}" } })).toEqual([]);
  expect(findInConditions(conditionValueEmpty, { query_string: { key: "a", value: "${var.v}" } })).toEqual(
    [],
  );
});
