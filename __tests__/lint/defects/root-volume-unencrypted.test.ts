import { rootVolumeUnencrypted } from "../../../lab/lint/defects/root-volume-unencrypted";
import { foundAt } from "../support/patched";
import { templateWith, webWith } from "../support/servers";
import type { Shape } from "../support/shop";

const mapping = (ebs: Shape, name = "/dev/xvda") => ({ block_device_mappings: [{ device_name: name, ebs }] });

test.each([
  ["no block", null],
  ["a block that does not say it", [{ volume_size: 8 }]],
  ["a list of one that says no", [{ encrypted: "false" }]],
])("finds a server with %s [CKV_AWS_8, AWS-0131]", (_, block) => {
  expect(foundAt(rootVolumeUnencrypted, webWith({ root_block_device: block }))).toEqual(["aws_instance.web"]);
});

test.each([
  ["no mapping", {}],
  ["a mapping that does not say it", mapping({ volume_size: 8 })],
  ["a mapping that says no", mapping({ encrypted: false }, "/dev/sda1")],
])("finds a template with %s [AwsSolutions-EC26, EC2.181]", (_, template) => {
  const patch = templateWith(template, { root_block_device: null });
  expect(foundAt(rootVolumeUnencrypted, patch)).toEqual(["aws_launch_template.web"]);
});

test.each([
  ["an encrypted volume", webWith({ root_block_device: { encrypted: true } })],
  ["a volume of which nobody knows", webWith({ root_block_device: { encrypted: "${var.encrypted}" } })],
  ["a block that is made dynamically", webWith({ root_block_device: "${var.blocks}" })],
  [
    "an encrypted volume of a template",
    templateWith(mapping({ encrypted: "true" }), { root_block_device: null }),
  ],
  [
    "a template that only maps other volumes",
    templateWith(mapping({}, "/dev/sdf"), { root_block_device: null }),
  ],
  ["a template that its servers outvote", templateWith(mapping({ encrypted: false }))],
  [
    "an account that encrypts all volumes",
    { ...webWith({ root_block_device: null }), aws_ebs_encryption_by_default: { here: { enabled: true } } },
  ],
])("says nothing of %s", (_, patch) => {
  expect(foundAt(rootVolumeUnencrypted, patch)).toEqual([]);
});

it("finds the volume of a template that a group uses as well", () => {
  const patch = templateWith(mapping({ encrypted: false }));
  const launch_template = { name: "${aws_launch_template.web.name}", version: "1" };
  const group = { aws_autoscaling_group: { more: { min_size: 1, max_size: 1, launch_template } } };
  expect(foundAt(rootVolumeUnencrypted, { ...patch, ...group })).toEqual(["aws_launch_template.web"]);
});
