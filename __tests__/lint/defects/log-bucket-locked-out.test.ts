import { logBucketLockedOut } from "../../../lab/lint/defects/log-bucket-locked-out";
import { policyWith } from "../support/logs";
import { foundAt } from "../support/patched";

const deny = { Effect: "Deny", Principal: "*", Action: "s3:*", Resource: "*" };

test.each([
  ["s3:*", deny],
  ["*", { ...deny, Principal: { AWS: ["*"] }, Action: ["s3:GetObject", "*"] }],
])("finds a policy that denies %s to everybody [CKV_AWS_93]", (_, statement) => {
  expect(foundAt(logBucketLockedOut, policyWith(statement))).toEqual(["aws_s3_bucket_policy.logs"]);
});

test.each([
  ["requests without TLS", { ...deny, Condition: { Bool: { "aws:SecureTransport": "false" } } }],
  ["one action", { ...deny, Action: "s3:DeleteObject" }],
  ["one account", { ...deny, Principal: { AWS: "123456789012" } }],
  ["nothing", { ...deny, Effect: "Allow" }],
])("says nothing of a policy that denies %s", (_, statement) => {
  expect(foundAt(logBucketLockedOut, policyWith(statement))).toEqual([]);
});
