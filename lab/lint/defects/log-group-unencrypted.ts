import type { Defect } from "../defect";
import { usedLogGroups } from "../log-groups";
import { isSet } from "../policy";

/** Without a key of its own anybody with access to logs reads them. */
export const logGroupUnencrypted: Defect = {
  id: "log-group-unencrypted",
  severity: "warning",
  facts: ["CKV_AWS_158", "AWS-0017"],
  profile: "prod",
  *find(subject) {
    for (const group of usedLogGroups(subject)) {
      if (isSet(group, ["kms_key_id"]) !== false) continue;
      yield {
        at: group,
        message: "kms_key_id must name a key, got none",
        fix: "set kms_key_id to an aws_kms_key whose policy lets CloudWatch Logs use it",
      };
    }
  },
};
