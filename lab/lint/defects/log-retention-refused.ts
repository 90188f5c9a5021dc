import type { Defect } from "../defect";
import { usedLogGroups } from "../log-groups";
import { textOf } from "../policy";
import { quoted } from "../values";

const DAYS = [
  0, 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653,
];

/** CloudWatch keeps logs for one of a list of spans. */
export const logRetentionRefused: Defect = {
  id: "log-retention-refused",
  severity: "error",
  facts: ["B88"],
  *find(subject) {
    for (const group of usedLogGroups(subject)) {
      const days = textOf(group, ["retention_in_days"], "0");
      if (days === undefined || DAYS.some((allowed) => String(allowed) === days)) continue;
      const next = DAYS.find((allowed) => allowed > Number(days)) ?? 3653;
      yield {
        at: group,
        message: `retention_in_days must be one of 1, 3, 5, 7, 14, 30 and so on, got ${/^-?\d+$/.test(days) ? days : quoted(days)}`,
        fix: `take ${next}`,
      };
    }
  },
};
