import type { Defect } from "../defect";
import { textOf } from "../policy";
import { leadsTo } from "../subject";
import { quoted } from "../values";

/** A group that only asks EC2 keeps servers that the load balancer has given up. */
export const autoScalingIgnoresHealthChecks: Defect = {
  id: "auto-scaling-ignores-health-checks",
  severity: "warning",
  facts: ["AutoScaling.1", "CKV2_AWS_15"],
  *find(subject) {
    const { registrations } = subject.topology;
    for (const group of subject.resources("aws_autoscaling_group")) {
      if (!registrations.some(({ target }) => leadsTo(target, group))) continue;
      const type = textOf(group, ["health_check_type"], "EC2");
      if (type !== "EC2") continue;
      yield {
        at: group,
        message: `health_check_type must be ELB for a group with target groups, got ${quoted(type)}`,
        fix: "set health_check_type to ELB; it is EC2 where it is not set",
      };
    }
  },
};
