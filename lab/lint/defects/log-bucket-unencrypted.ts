import type { Defect } from "../defect";
import { logBucketsOf, ofBucket } from "../log-buckets";
import { isSet } from "../policy";

const TYPE = "aws_s3_bucket_server_side_encryption_configuration";

/** How logs are encrypted is said where everybody can read it. */
export const logBucketUnencrypted: Defect = {
  id: "log-bucket-unencrypted",
  severity: "warning",
  facts: ["AWS-0088", "CKV_AWS_19"],
  *find(subject) {
    for (const bucket of logBucketsOf(subject)) {
      const { found, mayBeMore } = ofBucket(subject, bucket, TYPE);
      const isInline = isSet(bucket, ["server_side_encryption_configuration"]) !== false;
      if (isInline || mayBeMore || found.length > 0) continue;
      yield {
        at: bucket,
        message: "a log bucket must say how it is encrypted, got nothing",
        fix: `add ${TYPE} with sse_algorithm AES256, the only one that log delivery takes`,
      };
    }
  },
};
