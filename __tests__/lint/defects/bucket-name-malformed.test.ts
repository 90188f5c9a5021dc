import { bucketNameMalformed } from "../../../lab/lint/defects/bucket-name-malformed";
import { findIn } from "../support/find";
import type { Shape } from "../support/shop";

const bucket = (settings: object) => (resource: Shape) => {
  resource.aws_s3_bucket = { logs: settings };
};
const logs =
  (name: string, enabled: unknown = true) =>
  (resource: Shape) => {
    resource.aws_lb.shop.access_logs = { enabled, bucket: name };
  };

const wrong = [
  "Shop-logs",
  "shop_logs",
  "ab",
  "x".repeat(64),
  "-shop",
  "shop-",
  "shop..logs",
  "192.168.5.4",
  "xn--shop",
  "shop-s3alias",
  "arn:aws:s3:::shop-logs",
];

it.each(wrong)("refuses a bucket %s, declared or named by a load balancer [B85]", (name) => {
  const [declared, ...others] = findIn(bucketNameMalformed, bucket({ bucket: name }));
  expect(others).toEqual([]);
  expect(declared).toMatchObject({ address: "aws_s3_bucket.logs", severity: "error" });
  expect(declared?.message).toMatch(/^bucket must .*, got "/);
  const [named] = findIn(bucketNameMalformed, logs(name));
  expect(named).toMatchObject({ address: "aws_lb.shop" });
  expect(named?.message).toMatch(/^access_logs bucket must /);
});

it.each(["abc", "x".repeat(63), "shop.logs-1", "1shop", "${var.bucket}"])("takes a bucket %s", (name) => {
  expect(findIn(bucketNameMalformed, bucket({ bucket: name }))).toEqual([]);
  expect(findIn(bucketNameMalformed, logs(name))).toEqual([]);
});

it.each([
  ["x".repeat(38), 1],
  ["Shop-", 1],
  ["x".repeat(37), 0],
  ["shop-logs-", 0],
])("judges the prefix %s", (bucket_prefix, findings) => {
  expect(findIn(bucketNameMalformed, bucket({ bucket_prefix }))).toHaveLength(findings);
});

it("judges a bucket once, where it is declared", () => {
  const both = (resource: Shape) => {
    bucket({ bucket: "Shop" })(resource);
    logs("${aws_s3_bucket.logs.bucket}")(resource);
  };
  expect(findIn(bucketNameMalformed, both).map(({ address }) => address)).toEqual(["aws_s3_bucket.logs"]);
});

it.each([false, "${var.logs}"])("is silent about logs whose enabled is %s", (enabled) => {
  expect(findIn(bucketNameMalformed, logs("Shop", enabled))).toEqual([]);
});
