import { firewallPriorityTaken } from "../../../lab/lint/defects/firewall-priority-taken";
import { findIn } from "../support/find";
import { firewallWith, managedRule } from "../support/firewalls";
import { merge } from "../support/pages";
import type { Shape } from "../support/shop";

const withRules =
  (...priorities: readonly unknown[]) =>
  (resource: Shape) =>
    merge(
      resource,
      firewallWith({
        rule: priorities.map((priority, index) => managedRule("X", { name: `r${index}`, priority })),
      }),
    );

it("refuses two rules with one priority, and names them [B87]", () => {
  expect(findIn(firewallPriorityTaken, withRules(1, 2, 1))).toMatchObject([
    {
      address: "aws_wafv2_web_acl.shop",
      message: 'each rule of a web ACL must have its own priority, got 1 for "r0" and "r2"',
    },
  ]);
});

it("sees a priority that is written as a text", () => {
  expect(findIn(firewallPriorityTaken, withRules(1, "1"))).toHaveLength(1);
});

it("says nothing of different ones, and of one that nobody knows", () => {
  expect(findIn(firewallPriorityTaken, withRules(0, 1, 2))).toEqual([]);
  expect(findIn(firewallPriorityTaken, withRules(1, "${var.priority}"))).toEqual([]);
});
