import type { Defect } from "../defect";
import { usedLogGroups } from "../log-groups";
import { numberOf } from "../policy";

/** A log group keeps everything for ever unless it is told not to. */
export const logGroupWithoutRetention: Defect = {
  id: "log-group-without-retention",
  severity: "warning",
  facts: ["CKV_AWS_66"],
  *find(subject) {
    for (const group of usedLogGroups(subject)) {
      if (numberOf(group, ["retention_in_days"], 0) !== 0) continue;
      yield {
        at: group,
        message: "retention_in_days must be 1 or more, got 0, which is for ever",
        fix: "set retention_in_days, such as 365",
      };
    }
  },
};
