import { logGroupRetentionShort } from "../../../lab/lint/defects/log-group-retention-short";
import { flowsWith } from "../support/logs";
import { foundAt, messagesOf } from "../support/patched";

test.each([1, 364, "90"])("finds %p days, in production only [CKV_AWS_338]", (days) => {
  const patch = flowsWith({ retention_in_days: days });
  expect(messagesOf(logGroupRetentionShort, patch)).toEqual([
    `retention_in_days must be at least 365, got ${days}`,
  ]);
  expect(foundAt(logGroupRetentionShort, patch, { profile: "lab" })).toEqual([]);
});

test.each([365, 0, null, "${var.days}"])("says nothing of %p, since 0 is for ever", (days) => {
  expect(foundAt(logGroupRetentionShort, flowsWith({ retention_in_days: days }))).toEqual([]);
});
