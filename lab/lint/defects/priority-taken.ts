import { rulesIn } from "../conditions";
import type { Defect } from "../defect";
import { listenerKey } from "../listener-identity";
import { enumerate, known } from "../values";

/** The rules of a listener have a priority each. */
export const priorityTaken: Defect = {
  id: "priority-taken",
  severity: "error",
  facts: ["R5", "B23", "TF60"],
  *find(subject) {
    const first = new Map<string, string>();
    for (const rule of rulesIn(subject)) {
      const listener = listenerKey(subject, rule);
      const priority = known(rule.priority);
      if (rule.instances !== undefined || listener === undefined || priority === undefined) continue;
      const place = `${priority} ${listener}`;
      const before = first.get(place);
      if (before === undefined) {
        first.set(place, rule.address);
        continue;
      }
      yield {
        at: rule,
        message: `each rule of a listener must have its own priority, got ${priority} for ${enumerate([before, rule.address])}`,
        fix: "give one of them another priority; the lowest number is tried first",
      };
    }
  },
};
