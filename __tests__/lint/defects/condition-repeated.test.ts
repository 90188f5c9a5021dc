import { conditionRepeated } from "../../../lab/lint/defects/condition-repeated";
import { findInConditions } from "../support/rule";

const condition = (kind: string, ...values: readonly unknown[]) => ({ [kind]: { values } });

it.each([
  ["host_header", "a.example.com", "b.example.com"],
  ["path_pattern", "/a", "/b"],
  ["http_request_method", "GET", "HEAD"],
  ["source_ip", "10.0.0.0/8", "192.168.0.0/16"],
])("refuses a second %s condition [R7, TF62]", (kind, one, other) => {
  expect(findInConditions(conditionRepeated, condition(kind, one), condition(kind, other))).toMatchObject([
    { severity: "error", message: `a rule must have one ${kind} condition at most, got 2` },
  ]);
  expect(findInConditions(conditionRepeated, condition(kind, one, other))).toEqual([]);
});

it("counts one that matches by regular expression too [R14]", () => {
  const regex = { path_pattern: { regex_values: ["^/b"] } };
  expect(findInConditions(conditionRepeated, condition("path_pattern", "/a"), regex)).toHaveLength(1);
});

it("counts one whose values nobody knows: there are two all the same", () => {
  const unknown = condition("path_pattern", "${var.path}");
  expect(findInConditions(conditionRepeated, condition("path_pattern", "/a"), unknown)).toHaveLength(1);
});

it("is silent about headers and queries, of which there may be several [R6, R7]", () => {
  const header = (name: string) => ({ http_header: { http_header_name: name, values: ["a"] } });
  const query = (key: string) => ({ query_string: { key, value: "b" } });
  const all = [header("X-A"), header("X-B"), query("a"), query("b")];
  expect(findInConditions(conditionRepeated, ...all)).toEqual([]);
});

it("is silent about what is written twice word by word, which Terraform takes for one", () => {
  const twice = condition("path_pattern", "/a");
  expect(findInConditions(conditionRepeated, twice, { ...twice })).toEqual([]);
});

it("does not judge a condition that nobody knows", () => {
  const unknown = { path_pattern: "${var.path}" };
  expect(findInConditions(conditionRepeated, condition("path_pattern", "/a"), unknown)).toEqual([]);
});
