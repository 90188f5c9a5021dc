import { ruleWithoutConditions } from "../../../lab/lint/defects/rule-without-conditions";
import { findIn } from "../support/find";
import { findInConditions } from "../support/rule";
import type { Shape } from "../support/shop";

const path = { path_pattern: { values: ["/a"] } };

it("refuses a rule that has none [R3]", () => {
  const without = (resource: Shape) => {
    delete resource.aws_lb_listener_rule.api.condition;
  };
  for (const findings of [findIn(ruleWithoutConditions, without), findInConditions(ruleWithoutConditions)])
    expect(findings).toMatchObject([
      { severity: "error", message: "a rule must have a condition that holds something, got none" },
    ]);
});

it("refuses an empty block, which passes the plan, also beside one that holds something [TF62]", () => {
  const [finding] = findInConditions(ruleWithoutConditions, {});
  expect(finding?.message).toBe("a rule must have a condition that holds something, got an empty block");
  expect(findInConditions(ruleWithoutConditions, path, {})).toHaveLength(1);
  const object = (resource: Shape) => {
    resource.aws_lb_listener_rule.api.condition = {};
  };
  expect(findIn(ruleWithoutConditions, object)).toHaveLength(1);
});

it("refuses a block that plan and state show as empty lists", () => {
  const empty = { host_header: [], http_header: [], path_pattern: [], query_string: [], source_ip: [] };
  expect(findInConditions(ruleWithoutConditions, empty)).toHaveLength(1);
});

it("is silent about a rule with a condition, written as an object or as a list", () => {
  expect(findIn(ruleWithoutConditions)).toEqual([]);
  const object = (resource: Shape) => {
    resource.aws_lb_listener_rule.api.condition = path;
  };
  expect(findIn(ruleWithoutConditions, object)).toEqual([]);
});

it("is silent about kinds that later providers may have", () => {
  expect(findInConditions(ruleWithoutConditions, { cookie: { values: ["a"] } })).toEqual([]);
  expect(findInConditions(ruleWithoutConditions, { path_pattern: { regex_values: ["^/a"] } })).toEqual([]);
});

it("does not judge what nobody knows yet", () => {
  expect(findInConditions(ruleWithoutConditions, { path_pattern: "${var.path}" })).toEqual([]);
  const hidden = (resource: Shape) => {
    resource.aws_lb_listener_rule.api.condition = "${var.conditions}";
  };
  expect(findIn(ruleWithoutConditions, hidden)).toEqual([]);
  const dynamic = (resource: Shape) => {
    delete resource.aws_lb_listener_rule.api.condition;
    resource.aws_lb_listener_rule.api.dynamic = {
      condition: { for_each: "${var.paths}", content: { path_pattern: { values: ["${condition.value}"] } } },
    };
  };
  expect(findIn(ruleWithoutConditions, dynamic)).toEqual([]);
});
