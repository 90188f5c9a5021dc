import { logPrefixRefused } from "../../../lab/lint/defects/log-prefix-refused";
import { findIn } from "../support/find";
import type { Shape } from "../support/shop";

const logs =
  (prefix: unknown, more: object = {}, block = "access_logs") =>
  (resource: Shape) => {
    resource.aws_lb.shop[block] = { enabled: true, bucket: "shop-logs", prefix, ...more };
  };

it.each(["AWSLogs", "alb/AWSLogs", "AWSLogs/alb", "/AWSLogs"])("refuses %s [N40, N41]", (prefix) => {
  for (const block of ["access_logs", "connection_logs"])
    expect(findIn(logPrefixRefused, logs(prefix, {}, block))).toMatchObject([
      { severity: "error", message: `${block} prefix must not contain AWSLogs, got "${prefix}"` },
    ]);
});

it.each(["/alb", "alb/"])("warns of %s, whose slash makes a folder without a name", (prefix) => {
  expect(findIn(logPrefixRefused, logs(prefix))).toMatchObject([{ severity: "warning" }]);
});

it.each(["alb", "team/alb", "awslogs", "", undefined, "${var.prefix}"])("is silent about %s", (prefix) => {
  expect(findIn(logPrefixRefused, logs(prefix))).toEqual([]);
});

it.each([false, "${var.logs}", undefined])("is silent where enabled is %s", (enabled) => {
  expect(findIn(logPrefixRefused, logs("AWSLogs", { enabled }))).toEqual([]);
});
