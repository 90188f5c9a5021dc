import type { Defect } from "../defect";
import { type RuleEntry, ruleEntries } from "../rule-entries";
import { enumerate, quoted } from "../values";

/** AWS takes a rule once. */
export const securityRuleRepeated: Defect = {
  id: "security-rule-repeated",
  severity: "error",
  facts: ["M19", "G19"],
  *find(subject) {
    const isSynth = subject.topology.source.kind === "synth";
    const seen = new Map<string, RuleEntry>();
    for (const entry of ruleEntries(subject)) {
      const { rule, content, peer } = entry;
      if (content === undefined || (rule.inline && !isSynth)) continue;
      const before = seen.get(content);
      seen.set(content, before ?? entry);
      if (before === undefined || before.rule === rule || isOneBlock(before, entry)) continue;
      yield {
        at: rule.at,
        message: `a rule must be there once, got the one for ${quoted(peer)} in ${enumerate([placeOf(before), placeOf(entry)])}`,
        fix: "remove one of the two",
      };
    }
  },
};

/** Terraform takes nested blocks that are equal throughout as one. */
function isOneBlock({ rule: one }: RuleEntry, { rule: other }: RuleEntry): boolean {
  if (!one.inline || !other.inline) return false;
  return JSON.stringify(one.block.value()) === JSON.stringify(other.block.value());
}

function placeOf({ rule: { at, place } }: RuleEntry): string {
  return place === "" ? at.address : `${at.address} (${place})`;
}
