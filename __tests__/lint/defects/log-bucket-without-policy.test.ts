import { logBucketWithoutPolicy } from "../../../lab/lint/defects/log-bucket-without-policy";
import { findIn } from "../support/find";
import type { Shape } from "../support/shop";

const logging = (change: (resource: Shape, whole: Shape) => void, name = "${aws_s3_bucket.logs.id}") =>
  findIn(logBucketWithoutPolicy, (resource, whole) => {
    resource.aws_s3_bucket = { logs: { bucket: "shop-logs" }, other: { bucket: "shop-other" } };
    resource.aws_lb.shop.access_logs = { enabled: true, bucket: name };
    change(resource, whole);
  });
const policyOf = (bucket: string) => (resource: Shape) => {
  resource.aws_s3_bucket_policy = { one: { bucket, policy: "{}" } };
};

it("refuses logs into a new bucket without a policy, or with that of another one [TF12]", () => {
  const [finding, ...others] = logging(() => {});
  expect(others).toEqual([]);
  expect(finding).toMatchObject({ address: "aws_lb.shop", severity: "error" });
  expect(finding?.message).toContain("got aws_s3_bucket.logs without one");
  expect(logging(policyOf("${aws_s3_bucket.other.id}"))).toHaveLength(1);
  expect(logging(() => {}, "${aws_s3_bucket.logs.bucket}")).toHaveLength(1);
});

it.each(["${aws_s3_bucket.logs.id}", "${aws_s3_bucket.logs.bucket}", "${var.bucket}", "shop-logs"])(
  "is silent where a policy is of %s",
  (bucket) => {
    expect(logging(policyOf(bucket))).toEqual([]);
  },
);

it("is silent about a bucket of somebody else, one with its own policy, modules and logs that are off", () => {
  expect(logging(() => {}, "shop-logs-of-another-team")).toEqual([]);
  const own = (resource: Shape) => {
    resource.aws_s3_bucket.logs.policy = "{}";
  };
  expect(logging(own)).toEqual([]);
  const modules = (_: Shape, whole: Shape) => {
    whole.module = { logs: { source: "./logs" } };
  };
  expect(logging(modules)).toEqual([]);
  const off = (resource: Shape) => {
    resource.aws_lb.shop.access_logs.enabled = "${var.logs}";
  };
  expect(logging(off)).toEqual([]);
});
