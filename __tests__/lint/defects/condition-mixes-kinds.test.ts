import { conditionMixesKinds } from "../../../lab/lint/defects/condition-mixes-kinds";
import { findIn } from "../support/find";
import { findInConditions } from "../support/rule";
import type { Shape } from "../support/shop";

const path = { path_pattern: { values: ["/a"] } };
const host = { host_header: [{ values: ["a.example.com"] }] };

it("refuses two kinds in one block [TF62, B25]", () => {
  expect(findInConditions(conditionMixesKinds, { ...path, ...host })).toMatchObject([
    { severity: "error", message: "a condition must hold one kind, got host-header and path-pattern" },
  ]);
});

it("names all of them, wherever the block is and however it is written", () => {
  const three = { ...path, query_string: { key: "a", value: "b" }, source_ip: { values: ["10.0.0.0/8"] } };
  const [finding] = findInConditions(conditionMixesKinds, host, three);
  expect(finding?.message).toContain("got path-pattern and source-ip and query-string");
  const object = (resource: Shape) => {
    resource.aws_lb_listener_rule.api.condition = { ...path, ...host };
  };
  expect(findIn(conditionMixesKinds, object)).toHaveLength(1);
});

it("is silent about a block for each, and about kinds that plan and state show as empty", () => {
  expect(findInConditions(conditionMixesKinds, path, host)).toEqual([]);
  expect(findInConditions(conditionMixesKinds, { ...path, host_header: [], query_string: [] })).toEqual([]);
});

it("is silent about several pairs of one query", () => {
  const query_string = [{ key: "a", value: "1" }, { value: "2" }];
  expect(findInConditions(conditionMixesKinds, { query_string })).toEqual([]);
});

it("does not judge what nobody knows yet", () => {
  expect(findInConditions(conditionMixesKinds, { ...path, host_header: "${var.hosts}" })).toEqual([]);
});
