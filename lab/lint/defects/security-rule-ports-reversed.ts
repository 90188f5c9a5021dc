import type { Defect } from "../defect";
import { hasPorts, placed, writtenRules } from "../security-rules";
import { known } from "../values";

/** A range of ports goes up. */
export const securityRulePortsReversed: Defect = {
  id: "security-rule-ports-reversed",
  severity: "error",
  facts: ["B58"],
  *find(subject) {
    for (const rule of writtenRules(subject)) {
      const [from, to] = [known(rule.fromPort), known(rule.toPort)];
      if (!hasPorts(rule) || from === undefined || to === undefined || from <= to) continue;
      yield {
        at: rule.at,
        message: `from_port must not be above to_port, got ${from} and ${to}${placed(rule)}`,
        fix: `swap them: from_port ${to}, to_port ${from}`,
      };
    }
  },
};
