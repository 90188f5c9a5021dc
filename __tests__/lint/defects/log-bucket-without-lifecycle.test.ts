import { logBucketWithoutLifecycle } from "../../../lab/lint/defects/log-bucket-without-lifecycle";
import { bucketWith, logsWith } from "../support/logs";
import { foundAt } from "../support/patched";

const type = "aws_s3_bucket_lifecycle_configuration";

it("finds a log bucket that keeps everything [CKV2_AWS_61, S3.13]", () => {
  expect(foundAt(logBucketWithoutLifecycle, logsWith())).toEqual(["aws_s3_bucket.logs"]);
  expect(foundAt(logBucketWithoutLifecycle, bucketWith(type, {}, "other"))).toEqual(["aws_s3_bucket.logs"]);
});

test.each([
  ["a lifecycle", bucketWith(type, { rule: [] })],
  ["one by its name", bucketWith(type, { rule: [] }, "shop-logs")],
  ["one of the older kind", logsWith({ aws_s3_bucket: { logs: { lifecycle_rule: [{ enabled: true }] } } })],
  ["one that may be of any bucket", bucketWith(type, {}, "${var.bucket}")],
])("says nothing of a bucket with %s", (_, patch) => {
  expect(foundAt(logBucketWithoutLifecycle, patch)).toEqual([]);
});
