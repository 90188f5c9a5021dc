import { logBucketMissing } from "../../../lab/lint/defects/log-bucket-missing";
import { findIn } from "../support/find";
import type { Shape } from "../support/shop";

const logs =
  (settings: object, block = "access_logs") =>
  (resource: Shape) => {
    resource.aws_lb.shop[block] = settings;
  };

it.each(["access_logs", "connection_logs"])("refuses %s that go nowhere [N40, N41, TF12]", (block) => {
  for (const settings of [
    { enabled: true, bucket: "" },
    [{ enabled: true }],
    { enabled: "true", bucket: null },
  ])
    expect(findIn(logBucketMissing, logs(settings, block))).toMatchObject([
      { address: "aws_lb.shop", severity: "error", message: expect.stringContaining(`${block} bucket must`) },
    ]);
});

it.each([
  { enabled: true, bucket: "logs" },
  { enabled: true, bucket: "${var.bucket}" },
  { enabled: false, bucket: "" },
  { bucket: "" },
  { enabled: "${var.logs}", bucket: "" },
])("is silent with %j", (settings) => {
  expect(findIn(logBucketMissing, logs(settings))).toEqual([]);
});
