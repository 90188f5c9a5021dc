import type { Defect } from "../defect";
import { usedKeys } from "../kms-keys";
import { allowsEverybody, statementsOf } from "../policy-document";

/** A key that everybody may use closes nothing. */
export const keyOpenToAnybody: Defect = {
  id: "key-open-to-anybody",
  severity: "warning",
  facts: ["CKV_AWS_33"],
  *find(subject) {
    for (const key of usedKeys(subject)) {
      if (!statementsOf(subject, key, "policy")?.some(allowsEverybody)) continue;
      yield {
        at: key,
        message: 'policy of a key must not allow everybody, got the Principal "*" without a Condition',
        fix: "name the account and the services that use it as Principal",
      };
    }
  },
};
