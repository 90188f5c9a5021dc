import type { Defect } from "../defect";
import { flagOf } from "../policy";
import { decidersOf } from "../servers";

const path = ["ebs_optimized"];

/** Requests and volumes share one network unless an instance is optimized for volumes. */
export const instanceNotEbsOptimized: Defect = {
  id: "instance-not-ebs-optimized",
  severity: "warning",
  facts: ["CKV_AWS_135"],
  profile: "prod",
  *find(subject) {
    for (const { resource } of decidersOf(subject, { instance: path, template: path, configuration: path })) {
      if (flagOf(resource, path, false) !== false) continue;
      yield {
        at: resource,
        message: "ebs_optimized must be true, got false",
        fix: "set ebs_optimized to true; present instance types are so anyway, and then it costs nothing",
      };
    }
  },
};
