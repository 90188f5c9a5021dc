import type { Defect } from "../defect";
import { coverageOf, isWeightless } from "../routes/dead-uses";
import { enumerate } from "../values";

/**
 * A group is forwarded to, but by rules that never match. That of a default action alone may be there because a listener
 * has to have one.
 */
export const targetGroupUnreachable: Defect = {
  id: "target-group-unreachable",
  severity: "error",
  facts: ["B30", "R4", "R46"],
  *find(subject) {
    if (subject.hasUnknownActions()) return;
    for (const group of subject.targetGroups()) {
      const uses = subject.usesOf(group);
      const dead = uses.filter((use) => coverageOf(subject, use)?.kind === "never");
      const others = uses.filter((use) => !dead.includes(use));
      if (dead.length === 0 || !others.every((use) => isWeightless(use, group))) continue;
      const names = dead.map(
        ({ rule, listener }) => rule?.address ?? `the default action of ${listener?.address}`,
      );
      const rest = others.length === 0 ? "" : ", and weight 0 elsewhere";
      yield {
        at: group,
        message: `some request must reach a target group, got only ${enumerate(names)}, where earlier rules take all${rest}`,
        fix: "change the priorities or narrow the earlier rules, or remove the group",
        severity: others.length === 0 && dead.some(({ rule }) => rule !== undefined) ? "error" : "warning",
      };
    }
  },
};
