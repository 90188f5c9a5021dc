import type { Defect } from "../defect";
import { numberOf } from "../policy";

/** A group that does not wait scales again before it sees what the last step did. */
export const autoScalingWithoutCooldown: Defect = {
  id: "auto-scaling-without-cooldown",
  severity: "warning",
  facts: ["AwsSolutions-AS1"],
  *find(subject) {
    for (const group of subject.resources("aws_autoscaling_group")) {
      if (numberOf(group, ["default_cooldown"], 300) !== 0) continue;
      yield {
        at: group,
        message: "default_cooldown must be more than 0 seconds, got 0",
        fix: "remove default_cooldown for 300 seconds, or set how long a server takes to help",
      };
    }
  },
};
