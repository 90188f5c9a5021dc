import { isUnknown } from "../../topology";
import type { Defect } from "../defect";

/** A load balancer without a listener answers nobody. */
export const loadBalancerWithoutListener: Defect = {
  id: "load-balancer-without-listener",
  severity: "warning",
  facts: ["R1", "TF50"],
  *find(subject) {
    const { listeners, ignored } = subject.topology;
    // any of these may be a listener of any load balancer
    if (ignored.some(({ type }) => type === "module")) return;
    if (listeners.some(({ loadBalancer }) => isUnknown(loadBalancer))) return;
    for (const lb of subject.loadBalancers()) {
      if (lb.instances || subject.listenersOf(lb).length > 0) continue;
      yield {
        at: lb,
        message: "a load balancer must have a listener, got none",
        fix: `declare an aws_lb_listener for ${lb.address}`,
      };
    }
  },
};
