import { logBucketPublic } from "../../../lab/lint/defects/log-bucket-public";
import { bucketWith, logsWith } from "../support/logs";
import { foundAt, messagesOf } from "../support/patched";

const type = "aws_s3_bucket_public_access_block";
const closed = {
  block_public_acls: true,
  block_public_policy: true,
  ignore_public_acls: true,
  restrict_public_buckets: "true",
};

it("finds a log bucket without a block [CKV2_AWS_6, AWS-0094, AwsSolutions-S2]", () => {
  expect(foundAt(logBucketPublic, logsWith())).toEqual(["aws_s3_bucket.logs"]);
});

test.each(Object.keys(closed))("finds a block that does not say %s [CKV_AWS_53, AWS-0086, S3.8]", (name) => {
  expect(messagesOf(logBucketPublic, bucketWith(type, { ...closed, [name]: null }))).toEqual([
    `${name} must be true, got false`,
  ]);
});

it("names all that is open in one finding", () => {
  const half = { ...closed, block_public_acls: false, ignore_public_acls: false };
  expect(messagesOf(logBucketPublic, bucketWith(type, half))).toEqual([
    "block_public_acls and ignore_public_acls must be true, got false",
  ]);
});

test.each([
  ["the bucket", { aws_s3_bucket: { logs: { acl: "public-read" } } }],
  [
    "a resource beside it",
    { aws_s3_bucket_acl: { logs: { bucket: "shop-logs", acl: "public-read-write" } } },
  ],
])("finds a public ACL of %s [AWS-0092]", (_, beside) => {
  const patch = logsWith({ [type]: { logs: { bucket: "shop-logs", ...closed } }, ...beside });
  expect(foundAt(logBucketPublic, patch)).toHaveLength(1);
});

test.each([
  ["a closed bucket", bucketWith(type, closed)],
  ["one that is named by its text", bucketWith(type, closed, "shop-logs")],
  ["a block that may be of any bucket", bucketWith(type, closed, "${var.bucket}")],
  ["a value that nobody knows", bucketWith(type, { ...closed, block_public_acls: "${var.block}" })],
  ["an account that is closed", logsWith({ aws_s3_account_public_access_block: { here: closed } })],
  [
    "a private ACL",
    logsWith({
      [type]: { logs: { bucket: "shop-logs", ...closed } },
      aws_s3_bucket_acl: { logs: { bucket: "shop-logs", acl: "log-delivery-write" } },
    }),
  ],
  ["a bucket for something else", { aws_s3_bucket: { images: { bucket: "images", acl: "public-read" } } }],
])("says nothing of %s", (_, patch) => {
  expect(foundAt(logBucketPublic, patch)).toEqual([]);
});

it("knows a bucket by way of its policy, and that of connection logs", () => {
  const bucket = "${aws_s3_bucket_policy.logs.bucket}";
  const patch = {
    aws_lb: { shop: { connection_logs: [{ bucket, enabled: true }] } },
    aws_s3_bucket: { logs: { bucket: "shop-logs" } },
    aws_s3_bucket_policy: { logs: { bucket: "${aws_s3_bucket.logs.id}", policy: "{}" } },
  };
  expect(foundAt(logBucketPublic, patch)).toEqual(["aws_s3_bucket.logs"]);
});

it("says nothing of a bucket for logs that are off", () => {
  expect(
    foundAt(logBucketPublic, logsWith({ aws_lb: { shop: { access_logs: { enabled: false } } } })),
  ).toEqual([]);
});
