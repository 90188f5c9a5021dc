import { isOfApplication } from "../application-groups";
import type { Defect } from "../defect";
import { known, quoted } from "../values";

/** The targets of an application load balancer are instances, addresses or a function. */
export const targetTypeUnknown: Defect = {
  id: "target-type-unknown",
  severity: "error",
  facts: ["TF21"],
  *find(subject) {
    for (const group of subject.targetGroups()) {
      const type = known(group.targetType);
      if (type === undefined || ["instance", "ip", "lambda"].includes(type)) continue;
      // Network load balancers have groups of application load balancers.
      if (type === "alb" && !isOfApplication(subject, group)) continue;
      yield {
        at: group,
        message: `target_type must be instance, ip or lambda, got ${quoted(type)}`,
        fix: "name what is registered: instances, IP addresses or one function",
      };
    }
  },
};
