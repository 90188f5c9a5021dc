import { keyNotRotated } from "../../../lab/lint/defects/key-not-rotated";
import { flowsWith } from "../support/logs";
import { foundAt, messagesOf } from "../support/patched";
import { webWith } from "../support/servers";
import type { Shape } from "../support/shop";

const arn = "${aws_kms_key.own.arn}";
const keyWith = (settings: Shape) => flowsWith({ kms_key_id: arn }, { aws_kms_key: { own: settings } });
const own = { aws_kms_key: { own: {} } };

test.each([{}, { enable_key_rotation: "false" }])("finds a key with %j [CKV_AWS_7]", (settings) => {
  expect(messagesOf(keyNotRotated, keyWith(settings))).toEqual([
    "enable_key_rotation must be true, got false",
  ]);
});

test.each([
  ["a volume", { ...own, ...webWith({ root_block_device: { kms_key_id: arn } }) }],
  [
    "a volume of a template",
    { ...own, aws_launch_template: { one: { block_device_mappings: [{ ebs: { kms_key_id: arn } }] } } },
  ],
  [
    "a bucket",
    {
      ...own,
      aws_s3_bucket_server_side_encryption_configuration: {
        one: { rule: [{ apply_server_side_encryption_by_default: { kms_master_key_id: arn } }] },
      },
    },
  ],
  [
    "a log group, by an alias",
    flowsWith(
      { kms_key_id: "${aws_kms_alias.own.arn}" },
      { ...own, aws_kms_alias: { own: { target_key_id: arn } } },
    ),
  ],
])("finds the key of %s", (_, patch) => {
  expect(foundAt(keyNotRotated, patch)).toEqual(["aws_kms_key.own"]);
});

test.each([
  ["a key that is rotated", keyWith({ enable_key_rotation: true })],
  ["a key of which nobody knows", keyWith({ enable_key_rotation: "${var.rotate}" })],
  ["a key for signing, which cannot be", keyWith({ customer_master_key_spec: "RSA_2048" })],
  ["a key of nothing here", own],
])("says nothing of %s", (_, patch) => {
  expect(foundAt(keyNotRotated, patch)).toEqual([]);
});
