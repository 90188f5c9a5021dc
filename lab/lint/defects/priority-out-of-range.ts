import { rulesIn } from "../conditions";
import type { Defect } from "../defect";
import { misfit } from "../whole-number";

/** Where the provider keeps the default rule of a listener; AWS itself has no such number. */
const DEFAULT_RULE = 99_999;

/** Priorities are whole numbers from 1 to 50000. */
export const priorityOutOfRange: Defect = {
  id: "priority-out-of-range",
  severity: "error",
  facts: ["R5", "TF60", "B22"],
  *find(subject) {
    const isState = subject.topology.source.kind === "state";
    for (const rule of rulesIn(subject)) {
      const resource = subject.resource(rule.address);
      const got = resource && misfit(resource, { path: ["priority"], least: 1, most: 50_000 });
      if (got === undefined || (isState && rule.priority === DEFAULT_RULE)) continue;
      yield {
        at: rule,
        message: `priority must be a whole number from 1 to 50000, got ${got}`,
        fix: "give it a free number in that range; for what no rule takes, set default_action of the listener",
      };
    }
  },
};
