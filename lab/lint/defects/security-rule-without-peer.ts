import type { Defect } from "../defect";
import { cidrsOf, linksOf, placed, writtenRules } from "../security-rules";

/** A rule says who: networks, groups or prefix lists. */
export const securityRuleWithoutPeer: Defect = {
  id: "security-rule-without-peer",
  severity: "error",
  facts: ["G19"],
  *find(subject) {
    for (const rule of writtenRules(subject)) {
      if (cidrsOf(rule).length > 0 || linksOf(rule).length > 0) continue;
      const who = rule.direction === "ingress" ? "who is admitted" : "where it lets out to";
      yield {
        at: rule.at,
        message: `a rule must say ${who}, got no network, no security group and no prefix list${placed(rule)}`,
        fix: "name a security group or a network, or remove the rule",
        severity: rule.inline ? "warning" : "error",
      };
    }
  },
};
