import { logGroupUnencrypted } from "../../../lab/lint/defects/log-group-unencrypted";
import { flowsWith } from "../support/logs";
import { foundAt } from "../support/patched";

test.each([null, ""])(
  "finds a log group with the key %p, in production only [CKV_AWS_158, AWS-0017]",
  (key) => {
    const patch = flowsWith({ kms_key_id: key });
    expect(foundAt(logGroupUnencrypted, patch)).toEqual(["aws_cloudwatch_log_group.flows"]);
    expect(foundAt(logGroupUnencrypted, patch, { profile: "lab" })).toEqual([]);
  },
);

test.each(["arn:aws:kms:1", "${aws_kms_key.logs.arn}", "${var.key}"])("says nothing of %p", (key) => {
  expect(foundAt(logGroupUnencrypted, flowsWith({ kms_key_id: key }))).toEqual([]);
});

it("says nothing of a log group of something else", () => {
  expect(foundAt(logGroupUnencrypted, { aws_cloudwatch_log_group: { other: {} } })).toEqual([]);
});
