import { volumeUnencrypted } from "../../../lab/lint/defects/volume-unencrypted";
import { foundAt, foundInState } from "../support/patched";
import { webWith } from "../support/servers";
import type { Shape } from "../support/shop";

const volume = (settings: Shape = {}) => ({ device_name: "/dev/sdf", volume_size: 8, ...settings });
const attachedWith = (settings: Shape) => ({
  aws_ebs_volume: { data: { availability_zone: "eu-west-1a", size: 8, ...settings } },
  aws_volume_attachment: {
    data: { volume_id: "${aws_ebs_volume.data.id}", instance_id: "${aws_instance.web.id}" },
  },
});
const mapped = (ebs: Shape, name = "/dev/sdf") => ({
  aws_launch_template: { one: { block_device_mappings: [{ device_name: name, ebs }] } },
});

test.each([
  ["of a server", webWith({ ebs_block_device: [volume()] }), "aws_instance.web"],
  [
    "of a server, as one block",
    webWith({ ebs_block_device: volume({ encrypted: "false" }) }),
    "aws_instance.web",
  ],
  ["of a template", mapped({ volume_size: 8 }), "aws_launch_template.one"],
  ["that is attached", attachedWith({}), "aws_ebs_volume.data"],
])("finds a volume %s that is not encrypted [EC2.3, AWS-0131, AwsSolutions-EC26]", (_, patch, address) => {
  expect(foundAt(volumeUnencrypted, patch)).toEqual([address]);
});

test.each([
  ["an encrypted volume of a server", webWith({ ebs_block_device: [volume({ encrypted: true })] })],
  ["an encrypted volume of a template", mapped({ encrypted: "true" })],
  ["an encrypted volume that is attached", attachedWith({ encrypted: true })],
  ["the root volume, which is another matter", mapped({ encrypted: false }, "/dev/xvda")],
  [
    "a copy of a snapshot, which is as that is",
    webWith({ ebs_block_device: [volume({ snapshot_id: "snap-1" })] }),
  ],
  ["a volume of which nobody knows", attachedWith({ encrypted: "${var.encrypted}" })],
  ["a volume that nobody has", { aws_ebs_volume: { data: { availability_zone: "eu-west-1a" } } }],
])("says nothing of %s", (_, patch) => {
  expect(foundAt(volumeUnencrypted, patch)).toEqual([]);
});

it("says it once of a volume that a state shows in the instance too", () => {
  const block = { volume_id: "vol-1", device_name: "/dev/sdf", encrypted: false };
  const state = {
    "aws_ebs_volume.data": { id: "vol-1", encrypted: false },
    "aws_volume_attachment.data": { volume_id: "vol-1", instance_id: "i-1" },
    "aws_instance.web": { id: "i-1", ebs_block_device: [block], root_block_device: [{ encrypted: true }] },
  };
  expect(foundInState(volumeUnencrypted, state)).toEqual(["aws_ebs_volume.data"]);
});
