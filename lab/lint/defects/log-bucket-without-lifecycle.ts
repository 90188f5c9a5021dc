import type { Defect } from "../defect";
import { logBucketsOf, ofBucket } from "../log-buckets";
import { isSet } from "../policy";

/** A load balancer writes logs every five minutes, and nobody ever deletes them. */
export const logBucketWithoutLifecycle: Defect = {
  id: "log-bucket-without-lifecycle",
  severity: "warning",
  facts: ["CKV2_AWS_61", "S3.13"],
  *find(subject) {
    for (const bucket of logBucketsOf(subject)) {
      const { found, mayBeMore } = ofBucket(subject, bucket, "aws_s3_bucket_lifecycle_configuration");
      const isInline = isSet(bucket, ["lifecycle_rule"]) !== false;
      if (isInline || mayBeMore || found.length > 0) continue;
      yield {
        at: bucket,
        message: "a log bucket must delete its logs after a time, got no lifecycle",
        fix: "add aws_s3_bucket_lifecycle_configuration with a rule that expires them",
      };
    }
  },
};
