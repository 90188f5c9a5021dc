import { AccessLogBucket, type AccessLogBucketProps } from "../../constructs";
import { albIn, madeNetwork, problemIdsIn, synthesize } from "../support/synthesize";
import { dependsOn, type SynthesizedStack, valueAt } from "../support/synthesized-stack";

const account = "123456789012";

function logStack(props: Partial<AccessLogBucketProps> = {}): SynthesizedStack {
  return synthesize((stack) => {
    const logs = new AccessLogBucket(stack, "logs", { region: "ap-northeast-2", account, ...props });
    albIn(stack, { network: madeNetwork(stack), accessLogs: logs.destination });
  });
}

function statementsOf(stack: SynthesizedStack) {
  return JSON.parse(String(stack.only("aws_s3_bucket_policy").fields.policy)).Statement;
}

// G27: logs that are switched on before the policy exists end in "Access Denied for bucket"
test("the load balancer waits for the bucket's policy, and so for its public-access block", () => {
  const stack = logStack();
  const alb = stack.only("aws_lb");
  expect(dependsOn(alb)).toContain(stack.only("aws_s3_bucket_policy").address);
  expect(stack.needs(alb)).toContain(stack.only("aws_s3_bucket_public_access_block").address);
});

// G30: S3 refuses two changes of access settings at once
test("policy, public-access block and ownership are set one after the other", () => {
  const stack = logStack();
  const block = stack.only("aws_s3_bucket_public_access_block");
  expect(dependsOn(stack.only("aws_s3_bucket_policy"))).toContain(block.address);
  expect(dependsOn(block)).toContain(stack.only("aws_s3_bucket_ownership_controls").address);
});

test("the load balancer writes below the prefix of the bucket", () => {
  const stack = logStack({ prefix: "team" });
  const alb = stack.only("aws_lb");
  expect(alb.fields.access_logs).toMatchObject({ enabled: true, prefix: "team" });
  expect(stack.resolve(valueAt(alb.fields, "access_logs.bucket"))).toBe(stack.only("aws_s3_bucket"));
});

// G28: regions that opened before August 2022 know an account, all later ones a service principal
const accounts: Record<string, string> = {
  "af-south-1": "098369216593",
  "ap-east-1": "754344448648",
  "ap-northeast-1": "582318560864",
  "ap-northeast-2": "600734575887",
  "ap-northeast-3": "383597477331",
  "ap-south-1": "718504428378",
  "ap-southeast-1": "114774131450",
  "ap-southeast-2": "783225319266",
  "ap-southeast-3": "589379963580",
  "ca-central-1": "985666609251",
  "eu-central-1": "054676820928",
  "eu-north-1": "897822967062",
  "eu-south-1": "635631232127",
  "eu-west-1": "156460612806",
  "eu-west-2": "652711504416",
  "eu-west-3": "009996457667",
  "me-south-1": "076674570225",
  "sa-east-1": "507241528517",
  "us-east-1": "127311923021",
  "us-east-2": "033677994240",
  "us-west-1": "027434742980",
  "us-west-2": "797873946194",
};
const elsewhere: Record<string, string> = {
  "us-gov-east-1": "arn:aws-us-gov:iam::190560391635:root",
  "us-gov-west-1": "arn:aws-us-gov:iam::048591011584:root",
  "cn-north-1": "arn:aws-cn:iam::638102146993:root",
  "cn-northwest-1": "arn:aws-cn:iam::037604701340:root",
};
const writers = [
  ...Object.entries(accounts).map(([region, id]) => [region, `arn:aws:iam::${id}:root`]),
  ...Object.entries(elsewhere),
] as [string, string][];
test.each(writers)("in %s the log writer is %s", (region, writer) => {
  expect(statementsOf(logStack({ region }))[0].Principal).toEqual({ AWS: writer });
});

// G28
test.each([
  "ap-south-2",
  "ap-southeast-4",
  "ca-west-1",
  "eu-central-2",
  "eu-south-2",
  "il-central-1",
  "me-central-1",
  "xx-future-9",
])("in %s the log writer is the service, for load balancers of the account only", (region) => {
  expect(statementsOf(logStack({ region }))[0]).toMatchObject({
    Principal: { Service: "logdelivery.elasticloadbalancing.amazonaws.com" },
    Condition: {
      ArnLike: { "aws:SourceArn": `arn:aws:elasticloadbalancing:${region}:${account}:loadbalancer/*` },
    },
  });
});

// G28
test("the writer may put objects below prefix, AWSLogs and account, and nothing else", () => {
  const stack = logStack({ prefix: "team" });
  const [write] = statementsOf(stack);
  const { address } = stack.only("aws_s3_bucket");
  expect(write).toMatchObject({
    Effect: "Allow",
    Action: "s3:PutObject",
    Resource: `\${${address}.arn}/team/AWSLogs/${account}/*`,
  });
});

test("nobody reaches the bucket without TLS, and nothing else is allowed", () => {
  const [, ...rest] = statementsOf(logStack());
  expect(rest).toMatchObject([
    { Effect: "Deny", Principal: "*", Condition: { Bool: { "aws:SecureTransport": "false" } } },
  ]);
});

// G28: log delivery cannot use a key of the customer
test("the bucket is private and encrypted with the keys of S3", () => {
  const stack = logStack();
  expect(stack.only("aws_s3_bucket_public_access_block").fields).toMatchObject({
    block_public_acls: true,
    block_public_policy: true,
    ignore_public_acls: true,
    restrict_public_buckets: true,
  });
  const { fields } = stack.only("aws_s3_bucket_server_side_encryption_configuration");
  expect(valueAt(fields, "rule.apply_server_side_encryption_by_default.sse_algorithm")).toBe("AES256");
});

// G46
test("the lifecycle says its filter and its size default, so that no plan differs for ever", () => {
  const { fields } = logStack({ retentionDays: 30 }).only("aws_s3_bucket_lifecycle_configuration");
  expect(fields.transition_default_minimum_object_size).toBe("all_storage_classes_128K");
  expect(fields.rule).toEqual([
    {
      id: "expire",
      status: "Enabled",
      filter: [{ prefix: "" }],
      expiration: [{ days: 30 }],
      noncurrent_version_expiration: [{ noncurrent_days: 1 }],
      abort_incomplete_multipart_upload: [{ days_after_initiation: 1 }],
    },
  ]);
});

test("logs survive the bucket unless told otherwise", () => {
  expect(logStack().only("aws_s3_bucket").fields.force_destroy).toBe(false);
  expect(logStack({ deleteWithLogs: true }).only("aws_s3_bucket").fields.force_destroy).toBe(true);
});

test.each<[string, Partial<AccessLogBucketProps>, string]>([
  ["a prefix that holds AWSLogs", { prefix: "x/AWSLogs" }, "log-prefix-refused"], // G28
  ["a prefix with a slash at its start", { prefix: "/x" }, "log-prefix-refused"],
  ["an account that is none", { account: "12345" }, "account-malformed"],
  ["a retention of zero", { retentionDays: 0 }, "log-retention"],
  ["a region that is none", { region: "Seoul" }, "region-malformed"],
])("a log bucket is refused: %s", (_, props, id) => {
  const declare = () =>
    problemIdsIn((stack) => new AccessLogBucket(stack, "logs", { region: "us-east-1", account, ...props }));
  expect(declare()).toContain(id);
});
