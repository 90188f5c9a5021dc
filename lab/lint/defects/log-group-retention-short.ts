import type { Defect } from "../defect";
import { usedLogGroups } from "../log-groups";
import { numberOf } from "../policy";

/** Attacks are found months later, in logs that are still there. */
export const logGroupRetentionShort: Defect = {
  id: "log-group-retention-short",
  severity: "warning",
  facts: ["CKV_AWS_338"],
  profile: "prod",
  *find(subject) {
    for (const group of usedLogGroups(subject)) {
      const days = numberOf(group, ["retention_in_days"], 0);
      if (days === undefined || days <= 0 || days >= 365) continue;
      yield {
        at: group,
        message: `retention_in_days must be at least 365, got ${days}`,
        fix: "set retention_in_days to 365",
      };
    }
  },
};
