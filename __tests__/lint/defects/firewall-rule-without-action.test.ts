import { firewallRuleWithoutAction } from "../../../lab/lint/defects/firewall-rule-without-action";
import { firewallWith, managedRule } from "../support/firewalls";
import { foundAt, messagesOf } from "../support/patched";

const rate = { name: "rate", priority: 2, statement: { rate_based_statement: { limit: 1000 } } };

test.each([
  ["rate", rate],
  ["managed", managedRule("AWSManagedRulesCommonRuleSet", { override_action: null })],
])("finds the rule %s without any [CKV_AWS_342]", (name, rule) => {
  expect(messagesOf(firewallRuleWithoutAction, firewallWith({ rule: [rule] }))).toEqual([
    `each rule must have an action or an override_action, got neither in "${name}"`,
  ]);
});

test.each([
  ["an action", { ...rate, action: { block: {} } }],
  ["an override", managedRule("AWSManagedRulesCommonRuleSet")],
  ["an action as a list", { ...rate, action: [{ count: [{}] }] }],
  ["an action that nobody knows", { ...rate, action: "${var.action}" }],
])("says nothing of a rule with %s", (_, rule) => {
  expect(foundAt(firewallRuleWithoutAction, firewallWith({ rule }))).toEqual([]);
});
