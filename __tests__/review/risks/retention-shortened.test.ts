import { retentionShortened } from "../../../lab/review/risks/retention-shortened";
import type { Shape } from "../../lint/support/shop";
import { patch, risksOf } from "../support/hazards";

const told = (type: string, before: Shape, after: Shape) =>
  risksOf(retentionShortened, patch({ [type]: { it: after } }), patch({ [type]: { it: before } })).map(
    ({ message }) => message,
  );

it.each([
  ["aws_cloudwatch_log_group", "retention_in_days", 365, 1, "log events", "365 before and 1 after"],
  ["aws_cloudwatch_log_group", "retention_in_days", null, 30, "log events", "for ever before and 30 after"],
  ["aws_cloudwatch_log_group", "retention_in_days", 0, 30, "log events", "for ever before and 30 after"],
  ["aws_db_instance", "backup_retention_period", 7, 0, "automatic backups", "7 before and 0 after"],
  ["aws_sqs_queue", "message_retention_seconds", 1209600, 60, "messages", "1209600 before and 60 after"],
])("%s keeps less where %s goes from %s to %s", (type, name, before, after, what, values) => {
  expect(told(type, { [name]: before }, { [name]: after })).toEqual([
    `keeps ${what} for less time: ${name} is ${values}`,
  ]);
});

it.each([
  ["aws_cloudwatch_log_group", "retention_in_days", 30, 365],
  ["aws_cloudwatch_log_group", "retention_in_days", 30, 0],
  ["aws_cloudwatch_log_group", "retention_in_days", 30, "30"],
  ["aws_db_instance", "backup_retention_period", 7, null],
  ["aws_db_instance", "backup_retention_period", 7, "${var.days}"],
])("%s is no less where %s goes from %s to %s", (type, name, before, after) => {
  expect(told(type, { [name]: before }, { [name]: after })).toEqual([]);
});
