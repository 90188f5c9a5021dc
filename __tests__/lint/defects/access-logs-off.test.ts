import { accessLogsOff } from "../../../lab/lint/defects/access-logs-off";
import { foundAt, messagesOf } from "../support/patched";

const lbWith = (logs: unknown) => ({ aws_lb: { shop: { access_logs: logs } } });

test.each([
  ["no block", null],
  ["a block that does not switch them on", { bucket: "logs" }],
  ["a list of one such block", [{ bucket: "logs", enabled: false }]],
])("finds %s in production [CKV_AWS_91, ELB.5, AwsSolutions-ELB2]", (_, logs) => {
  expect(messagesOf(accessLogsOff, lbWith(logs))).toEqual(["access_logs enabled must be true, got false"]);
});

it("asks a lab for nothing that costs", () => {
  expect(foundAt(accessLogsOff, {}, { profile: "lab" })).toEqual([]);
});

test.each([
  ["logs that are on", { bucket: "logs", enabled: "true" }],
  ["a value that nobody knows", { bucket: "logs", enabled: "${var.logs}" }],
])("says nothing of %s", (_, logs) => {
  expect(foundAt(accessLogsOff, lbWith(logs))).toEqual([]);
});
