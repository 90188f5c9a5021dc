import { lint } from "../../../lab/lint";
import { priorityOutOfRange } from "../../../lab/lint/defects/priority-out-of-range";
import { parseTopology } from "../../../lab/topology";
import { findIn, linesIn } from "../support/find";
import { asNetwork } from "../support/rule";
import type { Shape } from "../support/shop";

const withPriority = (priority: unknown) => (resource: Shape) => {
  resource.aws_lb_listener_rule.api.priority = priority;
};

it("refuses a priority that AWS does not have [R5, B22]", () => {
  expect(linesIn(priorityOutOfRange, withPriority(50_001))).toEqual([
    "aws_lb_listener_rule.api: priority must be a whole number from 1 to 50000, got 50001; " +
      "give it a free number in that range; for what no rule takes, set default_action of the listener",
  ]);
});

it.each([0, -1, 1.5, "0", "50001", "first"])("refuses %p [B22]", (priority) => {
  expect(findIn(priorityOutOfRange, withPriority(priority))).toHaveLength(1);
});

it("refuses 99999, which the provider lets pass for default rules [TF60]", () => {
  expect(findIn(priorityOutOfRange, withPriority(99_999))).toHaveLength(1);
});

it.each([1, 50_000, "50000", null, "${var.priority}"])("is silent about %p", (priority) => {
  expect(findIn(priorityOutOfRange, withPriority(priority))).toEqual([]);
});

it("knows the resource by its other name", () => {
  const alias = (resource: Shape) => {
    resource.aws_alb_listener_rule = { old: { ...resource.aws_lb_listener_rule.api, priority: 60_000 } };
  };
  expect(findIn(priorityOutOfRange, alias)).toMatchObject([{ address: "aws_alb_listener_rule.old" }]);
});

it("is silent about the default rule in a state, which somebody has imported [TF60]", () => {
  const attributes = { priority: 99_999, listener_arn: "arn:x", condition: [] };
  const found = (priority: number) => {
    const instances = [{ attributes: { ...attributes, priority } }];
    const resource = {
      mode: "managed",
      type: "aws_lb_listener_rule",
      name: "default",
      provider: 'provider["registry.terraform.io/hashicorp/aws"]',
      instances,
    };
    const state = { version: 4, terraform_version: "1.11.4", serial: 1, lineage: "a", resources: [resource] };
    return lint(parseTopology(JSON.stringify(state)), { defects: [priorityOutOfRange] }).findings;
  };
  expect(found(99_999)).toEqual([]);
  expect(found(60_000)).toHaveLength(1);
});

it("leaves rules of other load balancers alone", () => {
  const elsewhere = (resource: Shape) => {
    asNetwork(resource);
    withPriority(0)(resource);
  };
  expect(findIn(priorityOutOfRange, elsewhere)).toEqual([]);
});
