import { logBucketKeepsFailedUploads } from "../../../lab/lint/defects/log-bucket-keeps-failed-uploads";
import { bucketWith, logsWith } from "../support/logs";
import { foundAt } from "../support/patched";
import type { Shape } from "../support/shop";

const abort = { abort_incomplete_multipart_upload: { days_after_initiation: 1 } };
const ruleWith = (...rules: readonly Shape[]) =>
  bucketWith("aws_s3_bucket_lifecycle_configuration", {
    rule: rules.map((rule) => ({ status: "Enabled", ...rule })),
  });

test.each([
  ["no such rule", ruleWith({ expiration: { days: 90 } })],
  ["a rule that is off", ruleWith({ ...abort, status: "Disabled" })],
  ["a rule for a folder", ruleWith({ ...abort, filter: { prefix: "alb/" } })],
  ["a rule for a folder, of the older kind", ruleWith({ ...abort, prefix: "alb/" })],
  ["a rule for a tag", ruleWith({ ...abort, filter: [{ tag: { key: "a", value: "b" } }] })],
])("finds a lifecycle with %s [CKV_AWS_300]", (_, patch) => {
  expect(foundAt(logBucketKeepsFailedUploads, patch)).toEqual(["aws_s3_bucket_lifecycle_configuration.logs"]);
});

test.each([
  ["a rule without a filter", ruleWith({ expiration: { days: 90 } }, abort)],
  ["an empty filter", ruleWith({ ...abort, filter: [{}] })],
  ["an empty prefix", ruleWith({ ...abort, filter: { prefix: "" } })],
  ["a filter that nobody knows", ruleWith({ ...abort, filter: "${var.filter}" })],
  [
    "a rule as one block",
    bucketWith("aws_s3_bucket_lifecycle_configuration", { rule: { status: "Enabled", ...abort } }),
  ],
  ["rules that nobody knows", bucketWith("aws_s3_bucket_lifecycle_configuration", { rule: "${var.rules}" })],
  ["no lifecycle, which is another matter", logsWith()],
])("says nothing of %s", (_, patch) => {
  expect(foundAt(logBucketKeepsFailedUploads, patch)).toEqual([]);
});
