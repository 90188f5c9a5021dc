import { logBucketUnencrypted } from "../../../lab/lint/defects/log-bucket-unencrypted";
import { bucketWith, logsWith } from "../support/logs";
import { foundAt } from "../support/patched";

const type = "aws_s3_bucket_server_side_encryption_configuration";
const rule = { apply_server_side_encryption_by_default: { sse_algorithm: "AES256" } };

it("finds a log bucket that does not say how it is encrypted [AWS-0088, CKV_AWS_19]", () => {
  expect(foundAt(logBucketUnencrypted, logsWith())).toEqual(["aws_s3_bucket.logs"]);
  expect(foundAt(logBucketUnencrypted, bucketWith(type, { rule }, "other"))).toEqual(["aws_s3_bucket.logs"]);
});

test.each([
  ["a configuration beside it", bucketWith(type, { rule })],
  [
    "one of the older kind in it",
    logsWith({ aws_s3_bucket: { logs: { server_side_encryption_configuration: { rule } } } }),
  ],
  ["one that may be of any bucket", bucketWith(type, { rule }, "${var.bucket}")],
])("says nothing of a bucket with %s", (_, patch) => {
  expect(foundAt(logBucketUnencrypted, patch)).toEqual([]);
});
