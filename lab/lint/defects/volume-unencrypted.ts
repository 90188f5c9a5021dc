import type { Block, Resource } from "../../topology";
import type { Defect } from "../defect";
import { blocksOf, companionsOf } from "../policy";
import { areVolumesEncryptedByDefault, INSTANCES, isEncrypted, isRootDevice } from "../servers";
import type { Subject } from "../subject";

/** Volumes beside the root one hold data too. */
export const volumeUnencrypted: Defect = {
  id: "volume-unencrypted",
  severity: "warning",
  facts: ["EC2.3", "AWS-0131", "AwsSolutions-EC26", "EC2.181", "CKV_AWS_8"],
  *find(subject) {
    if (areVolumesEncryptedByDefault(subject)) return;
    for (const { at, volume, where } of [
      ...ofServers(subject),
      ...ofTemplates(subject),
      ...attached(subject),
    ]) {
      if (isEncrypted(volume) !== false) continue;
      yield {
        at,
        message: `encrypted of ${where} must be true, got false`,
        fix: "set encrypted to true; it is false where it is not set",
      };
    }
  },
};

interface Volume {
  readonly at: Resource;
  readonly volume: Block;
  readonly where: string;
}

function ofServers(subject: Subject): readonly Volume[] {
  // a state shows in an instance too what is attached to it
  const declared = new Set(subject.resources("aws_ebs_volume").map((volume) => volume.value("id")));
  return subject
    .resources(...INSTANCES, "aws_launch_configuration")
    .flatMap((at) =>
      (blocksOf(at, "ebs_block_device") ?? [])
        .filter((volume) => !declared.has(volume.value("volume_id") ?? "none"))
        .map((volume) => ({ at, volume, where: "ebs_block_device" })),
    );
}

function ofTemplates(subject: Subject): readonly Volume[] {
  return subject.resources("aws_launch_template").flatMap((at) =>
    (blocksOf(at, "block_device_mappings") ?? [])
      .filter((mapping) => isRootDevice(mapping) === false)
      .flatMap((mapping) => blocksOf(mapping, "ebs") ?? [])
      .map((volume) => ({ at, volume, where: "block_device_mappings ebs" })),
  );
}

function attached(subject: Subject): readonly Volume[] {
  return subject
    .resources("aws_ebs_volume")
    .filter(
      (volume) => companionsOf(subject, volume, ["aws_volume_attachment"], "volume_id").found.length > 0,
    )
    .map((at) => ({ at, volume: at, where: "an attached volume" }));
}
