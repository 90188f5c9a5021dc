import type { Defect } from "../defect";
import { firewallsOf, ruleName } from "../firewalls";
import { blocksOf, numberOf } from "../policy";
import { quoted } from "../values";

const NOT_SET = -1;

/** The rules of a web ACL are tried by their priorities, so no two have the same. */
export const firewallPriorityTaken: Defect = {
  id: "firewall-priority-taken",
  severity: "error",
  facts: ["B87"],
  *find(subject) {
    for (const acl of firewallsOf(subject)) {
      const taken = new Map<number, string>();
      for (const rule of blocksOf(acl, "rule") ?? []) {
        const priority = numberOf(rule, ["priority"], NOT_SET);
        if (priority === undefined || priority === NOT_SET) continue;
        const before = taken.get(priority);
        if (before === undefined) taken.set(priority, ruleName(rule));
        else
          yield {
            at: acl,
            message: `each rule of a web ACL must have its own priority, got ${priority} for ${quoted(before)} and ${quoted(ruleName(rule))}`,
            fix: "give one of them another priority",
          };
      }
    }
  },
};
