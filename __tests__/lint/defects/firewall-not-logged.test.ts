import { firewallNotLogged } from "../../../lab/lint/defects/firewall-not-logged";
import { firewallWith } from "../support/firewalls";
import { foundAt } from "../support/patched";

const logging = (arn: string) => ({
  aws_wafv2_web_acl_logging_configuration: {
    shop: { resource_arn: arn, log_destination_configs: ["arn:1"] },
  },
});

test.each([
  ["no log", firewallWith({})],
  ["the log of another one", firewallWith({}, logging("arn:aws:wafv2:other"))],
])("finds a web ACL with %s, in production only [CKV2_AWS_31]", (_, patch) => {
  expect(foundAt(firewallNotLogged, patch)).toEqual(["aws_wafv2_web_acl.shop"]);
  expect(foundAt(firewallNotLogged, patch, { profile: "lab" })).toEqual([]);
});

test.each([
  ["a log", logging("${aws_wafv2_web_acl.shop.arn}")],
  ["a log that may be of any", logging("${var.acl}")],
])("says nothing of a web ACL with %s", (_, beside) => {
  expect(foundAt(firewallNotLogged, firewallWith({}, beside))).toEqual([]);
});
