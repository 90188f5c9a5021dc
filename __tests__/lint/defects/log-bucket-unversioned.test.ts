import { logBucketUnversioned } from "../../../lab/lint/defects/log-bucket-unversioned";
import { bucketWith, logsWith } from "../support/logs";
import { foundAt } from "../support/patched";

const type = "aws_s3_bucket_versioning";
const versioned = (status: unknown) => bucketWith(type, { versioning_configuration: [{ status }] });

test.each([
  ["nothing beside it", logsWith(), "aws_s3_bucket.logs"],
  ["suspended versions", versioned("Suspended"), "aws_s3_bucket_versioning.logs"],
  [
    "versions that are switched off in it",
    logsWith({ aws_s3_bucket: { logs: { versioning: { enabled: false } } } }),
    "aws_s3_bucket.logs",
  ],
])("finds a log bucket with %s, in production only [CKV_AWS_21, AWS-0090]", (_, patch, address) => {
  expect(foundAt(logBucketUnversioned, patch)).toEqual([address]);
  expect(foundAt(logBucketUnversioned, patch, { profile: "lab" })).toEqual([]);
});

test.each([
  ["versions", versioned("Enabled")],
  ["a status that nobody knows", versioned("${var.status}")],
  ["versions of the older kind", logsWith({ aws_s3_bucket: { logs: { versioning: [{ enabled: true }] } } })],
  ["versions that may be of any bucket", bucketWith(type, {}, "${var.bucket}")],
])("says nothing of a bucket with %s", (_, patch) => {
  expect(foundAt(logBucketUnversioned, patch)).toEqual([]);
});
