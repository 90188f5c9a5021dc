import { rulesIn } from "../conditions";
import type { Defect } from "../defect";
import { listenerKey } from "../listener-identity";

/** The order of rules should not depend on which one was created first. */
export const priorityNotSet: Defect = {
  id: "priority-not-set",
  severity: "warning",
  facts: ["TF60", "R4"],
  *find(subject) {
    const certain = rulesIn(subject).filter(({ instances }) => instances === undefined);
    const counts = new Map<string | undefined, number>();
    for (const key of certain.map((rule) => listenerKey(subject, rule)))
      counts.set(key, (counts.get(key) ?? 0) + 1);
    for (const rule of certain.filter(({ priority }) => priority === undefined)) {
      const key = listenerKey(subject, rule);
      const count = counts.get(key) ?? 0;
      if (key === undefined || count < 2) continue;
      yield {
        at: rule,
        message: `priority must be set where a listener has several rules, got none on one of ${count}`,
        fix: "set priority; without it each rule is put after those that exist when it is created",
      };
    }
  },
};
