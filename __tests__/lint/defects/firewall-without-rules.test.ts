import { firewallWithoutRules } from "../../../lab/lint/defects/firewall-without-rules";
import { firewallWith, managedRule } from "../support/firewalls";
import { foundAt } from "../support/patched";

test.each([null, []])("finds a web ACL with %p for rules [CKV_AWS_175, WAF.10]", (rule) => {
  expect(foundAt(firewallWithoutRules, firewallWith({ rule }))).toEqual(["aws_wafv2_web_acl.shop"]);
});

const association = { web_acl_arn: "${aws_wafv2_web_acl.shop.arn}", resource_arn: "${aws_lb.shop.arn}" };

it("finds one that stands in front of a load balancer, whatever its scope", () => {
  const patch = firewallWith(
    { scope: "${var.scope}" },
    { aws_wafv2_web_acl_association: { shop: association } },
  );
  expect(foundAt(firewallWithoutRules, patch)).toEqual(["aws_wafv2_web_acl.shop"]);
});

test.each([
  ["a rule", firewallWith({ rule: managedRule("AWSManagedRulesCommonRuleSet") })],
  ["rules as JSON", firewallWith({ rule_json: "[]" })],
  ["rules that nobody knows", firewallWith({ rule: "${var.rules}" })],
  ["none in front of CloudFront", firewallWith({ scope: "CLOUDFRONT" })],
])("says nothing of a web ACL with %s", (_, patch) => {
  expect(foundAt(firewallWithoutRules, patch)).toEqual([]);
});
