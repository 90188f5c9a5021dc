import type { Resource } from "../../topology";
import type { Defect } from "../defect";
import { logBucketsOf, ofBucket } from "../log-buckets";
import { flagOf, textOf } from "../policy";
import type { Subject } from "../subject";

/** Without versions whoever deletes logs deletes them for good. */
export const logBucketUnversioned: Defect = {
  id: "log-bucket-unversioned",
  severity: "warning",
  facts: ["CKV_AWS_21", "AWS-0090"],
  profile: "prod",
  *find(subject) {
    for (const bucket of logBucketsOf(subject)) {
      const at = unversioned(subject, bucket);
      if (at === undefined) continue;
      yield {
        at,
        message: "versioning of a log bucket must be Enabled, got less",
        fix: "add aws_s3_bucket_versioning with status Enabled",
      };
    }
  },
};

/** What to change; undefined: it is versioned, or nobody can say. */
function unversioned(subject: Subject, bucket: Resource): Resource | undefined {
  const { found, mayBeMore } = ofBucket(subject, bucket, "aws_s3_bucket_versioning");
  const isOff = (it: Resource) =>
    textOf(it, ["versioning_configuration", "status"], "Disabled")?.match(/^(Disabled|Suspended)$/);
  if (found.length > 0) return found.find(isOff);
  const isInline = flagOf(bucket, ["versioning", "enabled"], false) !== false;
  return isInline || mayBeMore ? undefined : bucket;
}
