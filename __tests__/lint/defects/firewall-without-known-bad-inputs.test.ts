import { firewallWithoutKnownBadInputs } from "../../../lab/lint/defects/firewall-without-known-bad-inputs";
import { firewallWith, managedRule } from "../support/firewalls";
import { foundAt } from "../support/patched";
import type { Shape } from "../support/shop";

const inputs = "AWSManagedRulesKnownBadInputsRuleSet";
const override = (action: Shape) => ({
  rule_action_override: [{ name: "Log4JRCE_HEADER", action_to_use: action }],
});

test.each([
  ["only others", managedRule("AWSManagedRulesCommonRuleSet")],
  ["the group counting only", managedRule(inputs, { override_action: { count: {} } })],
  ["the group without its rule for Log4j", managedRule(inputs, {}, { excluded_rule: { name: "Log4JRCE" } })],
  ["the group with that rule counting only", managedRule(inputs, {}, override({ count: {} }))],
])("finds a web ACL with %s [CKV_AWS_192]", (_, rule) => {
  expect(foundAt(firewallWithoutKnownBadInputs, firewallWith({ rule: [rule] }))).toEqual([
    "aws_wafv2_web_acl.shop",
  ]);
});

test.each([
  ["the group", { rule: [managedRule("AWSManagedRulesCommonRuleSet"), managedRule(inputs)] }],
  [
    "the group with another rule counting",
    { rule: managedRule(inputs, {}, { excluded_rule: [{ name: "Host_localhost" }] }) },
  ],
  ["the group with that rule blocking", { rule: managedRule(inputs, {}, override({ block: {} })) }],
  ["a group that nobody knows", { rule: managedRule("${var.group}") }],
  ["a statement that nobody knows", { rule: [{ ...managedRule(""), statement: "${var.statement}" }] }],
  ["rules that nobody knows", { rule: "${var.rules}" }],
  ["no rule, which is another matter", {}],
])("says nothing of a web ACL with %s", (_, settings) => {
  expect(foundAt(firewallWithoutKnownBadInputs, firewallWith(settings))).toEqual([]);
});
