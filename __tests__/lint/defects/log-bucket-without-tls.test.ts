import { logBucketWithoutTls } from "../../../lab/lint/defects/log-bucket-without-tls";
import { bucketWith, logsWith, policyWith } from "../support/logs";
import { foundAt } from "../support/patched";
import type { Shape } from "../support/shop";

const arn = "${aws_s3_bucket.logs.arn}";
const write = {
  Effect: "Allow",
  Principal: { AWS: "156460612806" },
  Action: "s3:PutObject",
  Resource: `${arn}/*`,
};
const deny = (condition: Shape, principal: unknown = "*") => ({
  Effect: "Deny",
  Principal: principal,
  Action: "s3:*",
  Resource: [arn, `${arn}/*`],
  Condition: condition,
});
const tls = { Bool: { "aws:SecureTransport": "false" } };

test.each([
  ["only lets in the writer", policyWith(write)],
  ["denies requests with TLS", policyWith(write, deny({ Bool: { "aws:SecureTransport": "true" } }))],
  ["denies it to one account", policyWith(write, deny(tls, { AWS: "123456789012" }))],
  ["allows it", policyWith(write, { ...deny(tls), Effect: "Allow" })],
])("finds a policy that %s [CKV_AWS_379, AwsSolutions-S10, S3.5]", (_, patch) => {
  expect(foundAt(logBucketWithoutTls, patch)).toEqual(["aws_s3_bucket_policy.logs"]);
});

const documentWith = (settings: Shape) => ({
  ...bucketWith("aws_s3_bucket_policy", { policy: "${data.aws_iam_policy_document.logs.json}" }),
  data: { aws_iam_policy_document: { logs: settings } },
});
const condition = { test: "Bool", variable: "aws:SecureTransport", values: ["false"] };
const denial = { effect: "Deny", actions: ["s3:*"], principals: { type: "AWS", identifiers: ["*"] } };

it("finds a document without such a statement, and not one that takes others in", () => {
  expect(foundAt(logBucketWithoutTls, documentWith({ statement: denial }))).toHaveLength(1);
  const others = { statement: denial, source_policy_documents: ["${var.policy}"] };
  expect(foundAt(logBucketWithoutTls, documentWith(others))).toEqual([]);
});

test.each([
  ["a denial of plain HTTP", policyWith(write, deny(tls))],
  ["the same for each account", policyWith(deny({ Bool: { "aws:securetransport": [false] } }, { AWS: "*" }))],
  ["a denial of older versions of TLS", policyWith(deny({ NumericLessThan: { "s3:TlsVersion": 1.2 } }))],
  ["a denial in a document", documentWith({ statement: [{ ...denial, condition: [condition] }] })],
  ["a condition that nobody knows", policyWith(deny({ Bool: { "aws:SecureTransport": "${var.secure}" } }))],
  ["a policy that nobody knows", bucketWith("aws_s3_bucket_policy", { policy: "${var.policy}" })],
  ["no policy, which is another matter", logsWith()],
])("says nothing of %s", (_, patch) => {
  expect(foundAt(logBucketWithoutTls, patch)).toEqual([]);
});
