import type { Resource } from "../../topology";
import type { Defect } from "../defect";
import { companionsOf, textsOf } from "../policy";
import { enumerate } from "../values";

const KINDS = ["LAUNCH", "LAUNCH_ERROR", "TERMINATE", "TERMINATE_ERROR"];

/** Nobody learns that a group cannot make servers unless it tells. */
export const autoScalingWithoutNotifications: Defect = {
  id: "auto-scaling-without-notifications",
  severity: "warning",
  facts: ["AwsSolutions-AS3"],
  profile: "prod",
  *find(subject) {
    for (const group of subject.resources("aws_autoscaling_group")) {
      const told = companionsOf(subject, group, ["aws_autoscaling_notification"], "group_names");
      const kinds = told.found.map(kindsOf);
      if (told.mayBeMore || kinds.includes(undefined)) continue;
      const missing = KINDS.filter((kind) => !kinds.flat().includes(`autoscaling:EC2_INSTANCE_${kind}`));
      if (missing.length === 0) continue;
      yield {
        at: group,
        message: `an auto scaling group must tell of each launch and end, got nothing for ${enumerate(missing)}`,
        fix: "add aws_autoscaling_notification with all four kinds of notifications",
      };
    }
  },
};

function kindsOf(notification: Resource): readonly string[] | undefined {
  return textsOf(notification, "notifications");
}
