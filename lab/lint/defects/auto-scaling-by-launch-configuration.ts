import type { Defect } from "../defect";

/** Launch configurations take no new kinds of instances, and new accounts cannot make them. */
export const autoScalingByLaunchConfiguration: Defect = {
  id: "auto-scaling-by-launch-configuration",
  severity: "warning",
  facts: ["CKV_AWS_315", "AutoScaling.9"],
  *find(subject) {
    for (const group of subject.resources("aws_autoscaling_group")) {
      const link = group.link("launch_configuration");
      // an argument that is nothing but a variable may be null
      if (link === undefined || (!("address" in link) && !("external" in link))) continue;
      yield {
        at: group,
        message: "an auto scaling group must have a launch_template, got launch_configuration",
        fix: "declare aws_launch_template and name it in launch_template",
      };
    }
  },
};
