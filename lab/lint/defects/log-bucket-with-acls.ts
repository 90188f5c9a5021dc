import type { Defect } from "../defect";
import { besideLogBuckets } from "../log-buckets";
import { textOf } from "../policy";
import { quoted } from "../values";

/** With ACLs each object can let in somebody else, whatever the policy says. */
export const logBucketWithAcls: Defect = {
  id: "log-bucket-with-acls",
  severity: "warning",
  facts: ["CKV2_AWS_65", "S3.12"],
  *find(subject) {
    for (const { companion } of besideLogBuckets(subject, "aws_s3_bucket_ownership_controls")) {
      const ownership = textOf(companion, ["rule", "object_ownership"], "BucketOwnerEnforced");
      if (ownership === undefined || ownership === "BucketOwnerEnforced") continue;
      yield {
        at: companion,
        message: `object_ownership of a log bucket must be BucketOwnerEnforced, got ${quoted(ownership)}`,
        fix: "set object_ownership to BucketOwnerEnforced; log delivery needs no ACL",
      };
    }
  },
};
