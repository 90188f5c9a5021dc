import { logBucketNameDotted } from "../../../lab/lint/defects/log-bucket-name-dotted";
import { logsWith } from "../support/logs";
import { foundAt, messagesOf } from "../support/patched";
import type { Shape } from "../support/shop";

const named = (settings: Shape) => logsWith({ aws_s3_bucket: { logs: { bucket: null, ...settings } } });

test.each([
  ["bucket", "logs.shop.example.com"],
  ["bucket_prefix", "logs.shop-"],
])("finds dots in %s [AWS-0320, B85]", (argument, name) => {
  expect(messagesOf(logBucketNameDotted, named({ [argument]: name }))).toEqual([
    `${argument} must not hold dots, got "${name}"`,
  ]);
});

test.each([
  ["hyphens", named({ bucket: "logs-shop" })],
  ["a name that nobody knows", named({ bucket: "logs.${var.name}" })],
  ["a name that Terraform makes", named({})],
  ["two dots, which AWS refuses anyway", named({ bucket: "logs..shop" })],
  ["a bucket for something else", { aws_s3_bucket: { site: { bucket: "www.example.com" } } }],
])("says nothing of %s", (_, patch) => {
  expect(foundAt(logBucketNameDotted, patch)).toEqual([]);
});

it("says it once of a name that was made from a prefix", () => {
  const patch = named({ bucket: "logs.2024", bucket_prefix: "logs." });
  expect(foundAt(logBucketNameDotted, patch)).toHaveLength(1);
});
