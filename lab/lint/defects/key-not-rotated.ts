import type { Defect } from "../defect";
import { usedKeys } from "../kms-keys";
import { flagOf, textOf } from "../policy";

/** A key that stays the same for years opens everything that it ever closed. */
export const keyNotRotated: Defect = {
  id: "key-not-rotated",
  severity: "warning",
  facts: ["CKV_AWS_7"],
  *find(subject) {
    for (const key of usedKeys(subject)) {
      const kind = textOf(key, ["customer_master_key_spec"], "SYMMETRIC_DEFAULT");
      if (kind !== "SYMMETRIC_DEFAULT" || flagOf(key, ["enable_key_rotation"], false) !== false) continue;
      yield {
        at: key,
        message: "enable_key_rotation must be true, got false",
        fix: "set enable_key_rotation to true",
      };
    }
  },
};
