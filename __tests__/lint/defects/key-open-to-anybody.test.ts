import { keyOpenToAnybody } from "../../../lab/lint/defects/key-open-to-anybody";
import { flowsWith, policy } from "../support/logs";
import { foundAt } from "../support/patched";
import type { Shape } from "../support/shop";

const allow = (principal: unknown, settings: Shape = {}) => ({
  Effect: "Allow",
  Principal: principal,
  Action: "kms:*",
  Resource: "*",
  ...settings,
});
const keyWith = (text: string) =>
  flowsWith({ kms_key_id: "${aws_kms_key.own.arn}" }, { aws_kms_key: { own: { policy: text } } });

test.each(["*", { AWS: "*" }])("finds a key for %j [CKV_AWS_33]", (principal) => {
  expect(foundAt(keyOpenToAnybody, keyWith(policy(allow(principal))))).toEqual(["aws_kms_key.own"]);
});

test.each([
  ["an account", policy(allow({ AWS: "arn:aws:iam::123456789012:root" }))],
  [
    "everybody on a condition",
    policy(allow("*", { Condition: { StringEquals: { "kms:CallerAccount": "123456789012" } } })),
  ],
  ["whom nobody knows", "${var.policy}"],
])("says nothing of a key for %s", (_, text) => {
  expect(foundAt(keyOpenToAnybody, keyWith(text))).toEqual([]);
});
