import { conditionValueInvisible } from "../../../lab/lint/defects/condition-value-invisible";
import { findInConditions } from "../support/rule";

const inHeader = (value: unknown) =>
  findInConditions(conditionValueInvisible, { http_header: { http_header_name: "X-A", values: [value] } });
const inQuery = (pair: object) => findInConditions(conditionValueInvisible, { query_string: pair });

it("warns of what rules do not see in a header [R13]", () => {
  const [finding] = inHeader("größe");
  expect(finding).toMatchObject({
    severity: "warning",
    message: 'http_header value must be visible ASCII characters, got "größe"',
  });
  expect(inHeader("a\tb")).toHaveLength(1);
  expect(inHeader("a\u007f")[0]?.message).toContain('"a?"');
});

it("warns of it in a query, key and value apart [R13]", () => {
  expect(inQuery({ key: "größe", value: "1" })[0]?.message).toContain("query_string key");
  expect(inQuery({ key: "a", value: "é\n" })[0]?.message).toContain("query_string value");
});

it("is silent about all that is visible", () => {
  expect(inHeader("Mozilla/5.0 (X11; *) ~")).toEqual([]);
  expect(inQuery({ key: "a", value: "100%" })).toEqual([]);
  expect(inQuery({ value: "x" })).toEqual([]);
});

it("does not judge what nobody knows yet", () => {
  expect(inHeader("${var.value}")).toEqual([]);
  expect(inQuery({ key: "${var.key}", value: "${var.value}" })).toEqual([]);
});
