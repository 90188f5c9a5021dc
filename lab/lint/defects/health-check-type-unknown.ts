import type { Defect } from "../defect";
import { quoted } from "../values";

/** An auto scaling group believes EC2, load balancers and two more. */
export const healthCheckTypeUnknown: Defect = {
  id: "health-check-type-unknown",
  severity: "error",
  facts: ["B68"],
  *find(subject) {
    for (const group of subject.resources("aws_autoscaling_group")) {
      const type = group.value("health_check_type");
      if (typeof type !== "string" || type === "") continue;
      if (type.split(",").every((one) => known.has(one.trim()))) continue;
      yield {
        at: group,
        message: `health_check_type must be EC2 or ELB, got ${quoted(type)}`,
        fix: "take ELB for instances behind a load balancer of any kind; EC2 is the default",
      };
    }
  },
};

/** AWS takes several of them, separated by commas. */
const known: ReadonlySet<string> = new Set(["EC2", "ELB", "EBS", "VPC_LATTICE"]);
