import type { Defect } from "../defect";
import { firewallsOf } from "../firewalls";
import { blocksOf, isSet } from "../policy";

/** A web ACL without rules lets everything through, and costs the same. */
export const firewallWithoutRules: Defect = {
  id: "firewall-without-rules",
  severity: "warning",
  facts: ["CKV_AWS_175", "WAF.10"],
  *find(subject) {
    for (const acl of firewallsOf(subject)) {
      if (blocksOf(acl, "rule")?.length !== 0 || isSet(acl, ["rule_json"]) !== false) continue;
      yield {
        at: acl,
        message: "a web ACL must have a rule, got none",
        fix: "add a rule, such as the managed group AWSManagedRulesCommonRuleSet",
      };
    }
  },
};
