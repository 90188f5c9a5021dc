import { firewallWithoutMetrics } from "../../../lab/lint/defects/firewall-without-metrics";
import { firewallWith, managedRule } from "../support/firewalls";
import { foundAt, messagesOf } from "../support/patched";

const seen = (value: unknown) => ({
  visibility_config: { cloudwatch_metrics_enabled: value, metric_name: "a" },
});
const both = (acl: unknown, rule: unknown) =>
  firewallWith({ ...seen(acl), rule: [managedRule("AWSManagedRulesCommonRuleSet", seen(rule))] });

test.each([
  ["the web ACL", both(false, true)],
  ['"managed"', both(true, "false")],
  ['the web ACL and "managed"', both(false, false)],
])("finds no metrics for %s [WAF.12]", (names, patch) => {
  expect(messagesOf(firewallWithoutMetrics, patch)).toEqual([
    `cloudwatch_metrics_enabled must be true, got false for ${names}`,
  ]);
});

test.each([
  ["metrics", both(true, true)],
  ["what nobody knows", both("${var.metrics}", "${var.metrics}")],
])("says nothing of %s", (_, patch) => {
  expect(foundAt(firewallWithoutMetrics, patch)).toEqual([]);
});
