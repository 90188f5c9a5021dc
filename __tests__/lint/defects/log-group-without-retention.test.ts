import { logGroupWithoutRetention } from "../../../lab/lint/defects/log-group-without-retention";
import { flowsWith } from "../support/logs";
import { foundAt, messagesOf } from "../support/patched";

test.each([null, 0, "0"])("finds a log group with %p days [CKV_AWS_66]", (days) => {
  expect(messagesOf(logGroupWithoutRetention, flowsWith({ retention_in_days: days }))).toEqual([
    "retention_in_days must be 1 or more, got 0, which is for ever",
  ]);
});

const logging = (destination: string) => ({
  aws_wafv2_web_acl_logging_configuration: { shop: { log_destination_configs: [destination] } },
  aws_cloudwatch_log_group: { waf: { name: "aws-waf-logs-shop" } },
});

test.each([
  "${aws_cloudwatch_log_group.waf.arn}",
  "arn:aws:logs:eu-west-1:123456789012:log-group:aws-waf-logs-shop",
])("finds that of a web ACL, named by %s", (destination) => {
  expect(foundAt(logGroupWithoutRetention, logging(destination))).toEqual(["aws_cloudwatch_log_group.waf"]);
});

test.each([
  ["a day", flowsWith({ retention_in_days: 1 })],
  ["what nobody knows", flowsWith({ retention_in_days: "${var.days}" })],
  ["a log group of something else", logging("arn:aws:s3:::aws-waf-logs-shop")],
])("says nothing of %s", (_, patch) => {
  expect(foundAt(logGroupWithoutRetention, patch)).toEqual([]);
});
