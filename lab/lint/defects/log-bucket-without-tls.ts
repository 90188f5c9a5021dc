import type { Defect } from "../defect";
import { logBucketsOf, ofBucket, policiesOf } from "../log-buckets";
import { isEverybody, isWhole, type Statement } from "../policy-document";

/** A bucket answers over plain HTTP unless its policy forbids it. */
export const logBucketWithoutTls: Defect = {
  id: "log-bucket-without-tls",
  severity: "warning",
  facts: ["CKV_AWS_379", "AwsSolutions-S10", "S3.5"],
  *find(subject) {
    for (const bucket of logBucketsOf(subject)) {
      const policies = policiesOf(subject, bucket);
      const [policy] = policies;
      if (policy === undefined || ofBucket(subject, bucket, "aws_s3_bucket_policy").mayBeMore) continue;
      if (policies.some(({ statements }) => statements === undefined || statements.some(mayForbid))) continue;
      yield {
        at: policy.at,
        message: "policy of a log bucket must deny requests without TLS, got none that does",
        fix: 'add a Deny of s3:* to "*" with the Condition Bool aws:SecureTransport "false"',
      };
    }
  },
};

function mayForbid({ effect, principals, conditions }: Statement): boolean {
  const isTold = conditions.some(({ test, key, values }) => {
    const about = [test, key, ...values];
    if (!about.every(isWhole)) return true;
    const isTls = /^aws:SecureTransport$/i.test(key) && values.includes("false");
    return (isTls && /^Bool/.test(test)) || /^s3:TlsVersion$/i.test(key);
  });
  const isForAll = principals.some((principal) => isEverybody(principal) || !isWhole(principal.id));
  return effect === "Deny" && isTold && isForAll;
}
