import type { Defect } from "../defect";
import { isSet } from "../policy";

/** Tags of a provider do not reach the instances of an auto scaling group. */
export const autoScalingWithoutTags: Defect = {
  id: "auto-scaling-without-tags",
  severity: "warning",
  facts: ["CKV_AWS_153"],
  *find(subject) {
    for (const group of subject.resources("aws_autoscaling_group")) {
      if (isSet(group, ["tag"]) !== false || isSet(group, ["tags"]) !== false) continue;
      yield {
        at: group,
        message: "an auto scaling group must have a tag, got none",
        fix: "add tag blocks with propagate_at_launch true; default tags do not reach its instances",
      };
    }
  },
};
