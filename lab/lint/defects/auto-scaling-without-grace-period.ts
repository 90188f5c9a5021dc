import type { Defect } from "../defect";
import { numberOf, textOf } from "../policy";

/** Without a grace period a group ends servers that are still starting, for ever. */
export const autoScalingWithoutGracePeriod: Defect = {
  id: "auto-scaling-without-grace-period",
  severity: "warning",
  facts: ["AwsSolutions-AS2"],
  *find(subject) {
    for (const group of subject.resources("aws_autoscaling_group")) {
      if (textOf(group, ["health_check_type"], "EC2") !== "ELB") continue;
      if (numberOf(group, ["health_check_grace_period"], 300) !== 0) continue;
      yield {
        at: group,
        message: "health_check_grace_period must be more than 0 seconds with health_check_type ELB, got 0",
        fix: "set health_check_grace_period to what a server needs to start and pass its checks",
      };
    }
  },
};
