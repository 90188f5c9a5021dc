import type { Defect } from "../defect";
import { groupAddressOf } from "../group-users";
import { writtenRules } from "../security-rules";

/** A group that holds rules itself removes those that are resources of their own, at every apply. */
export const securityRulesMixed: Defect = {
  id: "security-rules-mixed",
  severity: "warning",
  facts: ["G19", "OWN-05"],
  *find(subject) {
    // What is read back holds all rules as nested blocks.
    if (subject.topology.source.kind !== "synth") return;
    const rules = writtenRules(subject);
    const inline = new Map(rules.filter((rule) => rule.inline).map((rule) => [key(rule), rule]));
    const seen = new Set<string>();
    for (const rule of rules) {
      const mixed = rule.inline || rule.at.instances ? undefined : inline.get(key(rule));
      if (mixed === undefined || seen.has(key(rule))) continue;
      seen.add(key(rule));
      yield {
        at: mixed.at,
        message: `a security group must have its ${rule.direction} rules in one form, got nested blocks beside ${rule.at.address}`,
        fix: "write every rule as a resource of its own, such as aws_vpc_security_group_ingress_rule",
      };
    }
  },
};

function key(rule: Parameters<typeof groupAddressOf>[0]): string {
  return `${rule.direction} ${groupAddressOf(rule) ?? rule.at.address}`;
}
