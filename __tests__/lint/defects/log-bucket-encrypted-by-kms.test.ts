import { logBucketEncryptedByKms } from "../../../lab/lint/defects/log-bucket-encrypted-by-kms";
import { findIn } from "../support/find";
import type { Shape } from "../support/shop";

const encrypted =
  (sse_algorithm: string, bucket = "logs", block = "access_logs") =>
  (resource: Shape) => {
    resource.aws_s3_bucket = { logs: { bucket: "shop-logs" }, other: { bucket: "shop-other" } };
    resource.aws_lb.shop[block] = { enabled: true, bucket: "${aws_s3_bucket.logs.bucket}" };
    resource.aws_s3_bucket_server_side_encryption_configuration = {
      one: {
        bucket: `\${aws_s3_bucket.${bucket}.id}`,
        rule: [{ apply_server_side_encryption_by_default: [{ sse_algorithm }] }],
      },
    };
  };

it.each(["aws:kms", "aws:kms:dsse"])("refuses %s for a bucket of logs [N40]", (algorithm) => {
  for (const block of ["access_logs", "connection_logs"])
    expect(findIn(logBucketEncryptedByKms, encrypted(algorithm, "logs", block))).toMatchObject([
      { severity: "error", message: expect.stringContaining(`for the ${block} of aws_lb.shop`) },
    ]);
});

it("is silent about S3's own keys, other buckets and what is not known", () => {
  expect(findIn(logBucketEncryptedByKms, encrypted("AES256"))).toEqual([]);
  expect(findIn(logBucketEncryptedByKms, encrypted("aws:kms", "other"))).toEqual([]);
  expect(findIn(logBucketEncryptedByKms, encrypted("${var.algorithm}"))).toEqual([]);
});
