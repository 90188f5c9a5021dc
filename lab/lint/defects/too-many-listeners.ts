import type { Defect } from "../defect";

/** Listeners of a load balancer are counted by a quota. */
export const tooManyListeners: Defect = {
  id: "too-many-listeners",
  severity: "error",
  facts: ["N21"],
  *find(subject) {
    const most = subject.quotas.listenersPerLoadBalancer;
    for (const lb of subject.loadBalancers()) {
      const sure = subject
        .listenersOf(lb)
        .filter((listener) => listener.instances === undefined && !subject.isLookedUp(listener));
      if (lb.instances !== undefined || sure.length <= most) continue;
      yield {
        at: lb,
        message: `a load balancer must have at most ${most} listeners, got ${sure.length}`,
        fix: "make rules of some listeners, use a second load balancer, or have AWS raise the quota",
      };
    }
  },
};
