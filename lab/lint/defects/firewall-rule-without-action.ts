import type { Block } from "../../topology";
import type { Defect } from "../defect";
import { firewallsOf, ruleName } from "../firewalls";
import { blocksOf } from "../policy";
import { quoted } from "../values";

/** A rule says what happens to what it finds. */
export const firewallRuleWithoutAction: Defect = {
  id: "firewall-rule-without-action",
  severity: "warning",
  facts: ["CKV_AWS_342"],
  *find(subject) {
    for (const acl of firewallsOf(subject))
      for (const rule of blocksOf(acl, "rule") ?? []) {
        if (hasAction(rule)) continue;
        yield {
          at: acl,
          message: `each rule must have an action or an override_action, got neither in ${quoted(ruleName(rule))}`,
          fix: "add action, or override_action where the statement is a group of rules",
        };
      }
  },
};

function hasAction(rule: Block): boolean {
  return ["action", "override_action"].some((name) => blocksOf(rule, name)?.length !== 0);
}
