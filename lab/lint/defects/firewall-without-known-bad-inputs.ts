import type { Block } from "../../topology";
import type { Defect } from "../defect";
import { firewallsOf } from "../firewalls";
import { blocksOf, isSet, textOf } from "../policy";

const GROUP = "AWSManagedRulesKnownBadInputsRuleSet";

/** One managed group stops requests such as those of Log4j. */
export const firewallWithoutKnownBadInputs: Defect = {
  id: "firewall-without-known-bad-inputs",
  severity: "warning",
  facts: ["CKV_AWS_192"],
  *find(subject) {
    for (const acl of firewallsOf(subject)) {
      const rules = blocksOf(acl, "rule");
      if (rules === undefined || rules.length === 0 || rules.some(mayStop)) continue;
      yield {
        at: acl,
        message: `a web ACL must have the managed group ${GROUP} in force, got none`,
        fix: "add a rule with this group and override_action none, and do not exclude Log4JRCE",
      };
    }
  },
};

function mayStop(rule: Block): boolean {
  const isCounted = (blocksOf(rule, "override_action") ?? []).some((it) => isSetBlock(it, "count"));
  const statements = blocksOf(rule, "statement");
  const groups = statements?.map((statement) => blocksOf(statement, "managed_rule_group_statement"));
  if (groups === undefined || groups.includes(undefined)) return true;
  const isIt = (group: Block) => (textOf(group, ["name"], "") ?? GROUP) === GROUP && !isExcluded(group);
  return !isCounted && groups.some((list) => list?.some(isIt));
}

function isSetBlock(block: Block, name: string): boolean {
  return (blocksOf(block, name)?.length ?? 0) > 0 || isSet(block, [name]) === true;
}

/** Without the rule for Log4j, or with it only counting. */
function isExcluded(group: Block): boolean {
  const names = ["excluded_rule", "rule_action_override"].flatMap((name) =>
    (blocksOf(group, name) ?? [])
      .filter((it) => name === "excluded_rule" || isSetBlock(it, "action_to_use"))
      .filter((it) => blocksOf(it, "action_to_use", "block")?.length !== 1)
      .map((it) => textOf(it, ["name"], "")),
  );
  return names.some((name) => name !== undefined && /^Log4JRCE/i.test(name));
}
