import { logBucketWithAcls } from "../../../lab/lint/defects/log-bucket-with-acls";
import { bucketWith, logsWith } from "../support/logs";
import { foundAt, messagesOf } from "../support/patched";

const ownedBy = (owner: unknown) =>
  bucketWith("aws_s3_bucket_ownership_controls", { rule: [{ object_ownership: owner }] });

test.each(["ObjectWriter", "BucketOwnerPreferred"])("finds %s [CKV2_AWS_65, S3.12]", (owner) => {
  expect(messagesOf(logBucketWithAcls, ownedBy(owner))).toEqual([
    `object_ownership of a log bucket must be BucketOwnerEnforced, got "${owner}"`,
  ]);
});

test.each([
  ["the owner of the bucket", ownedBy("BucketOwnerEnforced")],
  ["what nobody knows", ownedBy("${var.owner}")],
  ["nothing, which means the same", logsWith()],
])("says nothing of %s", (_, patch) => {
  expect(foundAt(logBucketWithAcls, patch)).toEqual([]);
});
