import { logBucketOpenToAnybody } from "../../../lab/lint/defects/log-bucket-open-to-anybody";
import { bucketWith, logsWith, policy, policyWith } from "../support/logs";
import { foundAt } from "../support/patched";

const read = { Effect: "Allow", Principal: "*", Action: "s3:GetObject", Resource: "*" };

test.each([
  ["everybody", policyWith(read)],
  ["everybody as an account", policyWith({ ...read, Principal: { AWS: "*" } })],
  ["everybody among others", policyWith({ ...read, Principal: { AWS: ["123456789012", "*"] } })],
  [
    "everybody, with a name that nobody knows yet",
    policyWith({ ...read, Resource: "${aws_s3_bucket.logs.arn}/*" }),
  ],
  [
    "everybody, as one statement",
    bucketWith("aws_s3_bucket_policy", { policy: JSON.stringify({ Statement: read }) }),
  ],
])("finds a policy that lets in %s [CKV_AWS_70]", (_, patch) => {
  expect(foundAt(logBucketOpenToAnybody, patch)).toEqual(["aws_s3_bucket_policy.logs"]);
});

it("finds it in a policy of the bucket itself, and in a document", () => {
  const own = logsWith({ aws_s3_bucket: { logs: { policy: policy(read) } } });
  expect(foundAt(logBucketOpenToAnybody, own)).toEqual(["aws_s3_bucket.logs"]);
  const principals = { type: "*", identifiers: ["*"] };
  const document = { statement: [{ actions: ["s3:GetObject"], principals }] };
  const patch = {
    ...bucketWith("aws_s3_bucket_policy", { policy: "${data.aws_iam_policy_document.logs.json}" }),
    data: { aws_iam_policy_document: { logs: document } },
  };
  expect(foundAt(logBucketOpenToAnybody, patch)).toEqual(["aws_s3_bucket_policy.logs"]);
});

test.each([
  ["one account", policyWith({ ...read, Principal: { AWS: "123456789012" } })],
  [
    "everybody on a condition",
    policyWith({ ...read, Condition: { StringEquals: { "aws:PrincipalOrgID": "o-1" } } }),
  ],
  ["nobody", policyWith({ ...read, Effect: "Deny" })],
  ["whom nobody knows", bucketWith("aws_s3_bucket_policy", { policy: "${var.policy}" })],
  ["whom nobody can read", bucketWith("aws_s3_bucket_policy", { policy: "{" })],
])("says nothing of a policy that lets in %s", (_, patch) => {
  expect(foundAt(logBucketOpenToAnybody, patch)).toEqual([]);
});
