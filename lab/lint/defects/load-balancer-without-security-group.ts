import { isUnknown } from "../../topology";
import type { Defect } from "../defect";

/** Without a group of its own, a load balancer gets the default one of its VPC. */
export const loadBalancerWithoutSecurityGroup: Defect = {
  id: "load-balancer-without-security-group",
  severity: "warning",
  facts: ["TF5", "U6"],
  *find(subject) {
    for (const lb of subject.loadBalancers()) {
      const groups = subject.resource(lb.address)?.links("security_groups") ?? [];
      if (isUnknown(groups) || groups.length > 0) continue;
      yield {
        at: lb,
        message:
          "security_groups must name a group of its own, got none, which is the default group of the VPC",
        fix: "declare an aws_security_group that admits clients to the ports of the listeners, and name it",
      };
    }
  },
};
