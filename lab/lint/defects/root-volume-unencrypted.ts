import type { Resource } from "../../topology";
import type { Defect } from "../defect";
import { blocksOf } from "../policy";
import { areVolumesEncryptedByDefault, decidersOf, isEncrypted, isRootDevice } from "../servers";

const ROOT = ["root_block_device"];
const MAPPINGS = ["block_device_mappings"];

/** The volume of the image is as plain as the image unless somebody says otherwise. */
export const rootVolumeUnencrypted: Defect = {
  id: "root-volume-unencrypted",
  severity: "warning",
  facts: ["CKV_AWS_8", "AWS-0131", "AwsSolutions-EC26", "EC2.181", "OWN-17"],
  *find(subject) {
    if (areVolumesEncryptedByDefault(subject)) return;
    for (const { resource, path } of decidersOf(subject, {
      instance: ROOT,
      template: MAPPINGS,
      configuration: ROOT,
    })) {
      const encrypted = path === ROOT ? ofRoot(resource) : ofTemplate(resource);
      if (encrypted !== false) continue;
      const where = path === ROOT ? "root_block_device" : "block_device_mappings ebs";
      yield {
        at: resource,
        message: `${where} encrypted must be true for the root volume, got false`,
        fix: `set encrypted to true in ${where}; it is false where it is not set`,
      };
    }
  },
};

function ofRoot(server: Resource): boolean | undefined {
  const blocks = blocksOf(server, ...ROOT);
  if (blocks === undefined) return undefined;
  const [root] = blocks;
  return root !== undefined && isEncrypted(root);
}

/** A template without mappings leaves the root volume as it is in the image. */
function ofTemplate(template: Resource): boolean | undefined {
  const mappings = blocksOf(template, ...MAPPINGS);
  if (mappings === undefined) return undefined;
  if (mappings.length === 0) return false;
  const root = mappings.find((mapping) => isRootDevice(mapping) === true);
  const volumes = root && blocksOf(root, "ebs");
  if (volumes === undefined) return undefined;
  const [volume] = volumes;
  return volume !== undefined && isEncrypted(volume);
}
