import { tooManyConditionValues } from "../../../lab/lint/defects/too-many-condition-values";
import { findIn } from "../support/find";
import { findInConditions, withConditions } from "../support/rule";

const paths = (...values: readonly unknown[]) => ({ path_pattern: { values } });
const hosts = (...values: readonly unknown[]) => ({ host_header: { values } });
const query = (...query_string: readonly object[]) => ({ query_string });

it("refuses six values in one condition [R8, N30]", () => {
  const six = paths("/a", "/b", "/c", "/d", "/e", "/f");
  expect(findInConditions(tooManyConditionValues, six)).toMatchObject([
    { severity: "error", message: "a rule must have at most 5 condition values in all, got 6" },
  ]);
});

it("counts over all conditions of a rule, each pair of a query as one [N30, N32]", () => {
  const three = [paths("/a", "/b", "/c"), hosts("a.example.com", "b.example.com")];
  expect(findInConditions(tooManyConditionValues, ...three)).toEqual([]);
  const pair = query({ key: "a", value: "b" });
  expect(findInConditions(tooManyConditionValues, ...three, pair)).toHaveLength(1);
  const two = [paths("/a", "/b", "/c"), query({ key: "a", value: "b" }, { value: "c" })];
  expect(findInConditions(tooManyConditionValues, ...two)).toEqual([]);
  const method = { http_request_method: { values: ["GET"] } };
  expect(findInConditions(tooManyConditionValues, ...two, method)).toHaveLength(1);
});

it("only doubts four or five in one condition, where sources differ [R8]", () => {
  const [finding, ...others] = findInConditions(tooManyConditionValues, paths("/a", "/b", "/c", "/d", "/e"));
  expect(others).toEqual([]);
  expect(finding).toMatchObject({
    severity: "warning",
    message: "a condition should have at most 3 values, got 5 in path_pattern",
  });
  expect(findInConditions(tooManyConditionValues, paths("/a", "/b", "/c", "/d"))).toHaveLength(1);
  expect(findInConditions(tooManyConditionValues, paths("/a", "/b", "/c"))).toEqual([]);
});

it("is silent about five networks, which the reference allows by name [R25]", () => {
  const values = [1, 2, 3, 4, 5].map((number) => `10.0.${number}.0/24`);
  expect(findInConditions(tooManyConditionValues, { source_ip: { values } })).toEqual([]);
});

it("counts a value once that is written twice: Terraform keeps them as a set", () => {
  const repeated = paths("/a", "/b", "/a", "/b", "/a", "/b");
  expect(findInConditions(tooManyConditionValues, repeated)).toEqual([]);
  expect(findInConditions(tooManyConditionValues, paths("/a", "/b", "/c"), paths("/a", "/b", "/c"))).toEqual(
    [],
  );
});

it("does not count values that nobody knows, but those beside them", () => {
  expect(findInConditions(tooManyConditionValues, paths("/a", "/b", "/c", "${var.d}"))).toEqual([]);
  expect(findInConditions(tooManyConditionValues, { path_pattern: { values: "${var.all}" } })).toEqual([]);
  const certain = [
    paths("/a", "/b", "/c", "${var.d}"),
    hosts("a.example.com", "b.example.com", "c.example.com"),
  ];
  expect(findInConditions(tooManyConditionValues, ...certain)).toMatchObject([{ severity: "error" }]);
});

it("judges each rule by itself", () => {
  const two = withConditions(paths("/a", "/b", "/c"));
  const found = findIn(tooManyConditionValues, (resource) => {
    two(resource);
    resource.aws_alb_listener_rule = { second: { ...resource.aws_lb_listener_rule.api, priority: 20 } };
  });
  expect(found).toEqual([]);
});
