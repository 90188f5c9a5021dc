import type { Defect } from "../defect";
import { enumerate } from "../values";

/** A target group belongs to the first load balancer that uses it. */
export const targetGroupOfTwoLoadBalancers: Defect = {
  id: "target-group-of-two-load-balancers",
  severity: "error",
  facts: ["R51", "N29"],
  *find(subject) {
    for (const group of subject.targetGroups()) {
      const users = subject.loadBalancersOf(group);
      if (users.length < 2) continue;
      yield {
        at: group,
        message: `a target group must serve one load balancer, got ${enumerate(users.map(({ address }) => address))}`,
        fix: "declare a target group for each; the same targets may be registered in both",
      };
    }
  },
};
