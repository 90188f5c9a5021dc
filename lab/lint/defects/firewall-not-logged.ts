import type { Defect } from "../defect";
import { firewallsOf } from "../firewalls";
import { companionsOf, isWithout } from "../policy";

const TYPE = "aws_wafv2_web_acl_logging_configuration";

/** Whoever is refused by mistake is only found in the log. */
export const firewallNotLogged: Defect = {
  id: "firewall-not-logged",
  severity: "warning",
  facts: ["CKV2_AWS_31"],
  profile: "prod",
  *find(subject) {
    for (const acl of firewallsOf(subject)) {
      if (!isWithout(companionsOf(subject, acl, [TYPE], "resource_arn"))) continue;
      yield {
        at: acl,
        message: "a web ACL must have a log, got none",
        fix: `add ${TYPE} with its ARN as resource_arn`,
      };
    }
  },
};
