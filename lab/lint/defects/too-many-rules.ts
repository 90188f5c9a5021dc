import { rulesIn } from "../conditions";
import type { Defect } from "../defect";
import { leadsTo } from "../subject";

/** The rules of all listeners of a load balancer are counted together, without the default ones. */
export const tooManyRules: Defect = {
  id: "too-many-rules",
  severity: "error",
  facts: ["N22", "B31"],
  *find(subject) {
    const most = subject.quotas.rulesPerLoadBalancer;
    const certain = rulesIn(subject).filter(
      ({ instances, priority }) => instances === undefined && priority !== DEFAULT_RULE,
    );
    for (const lb of subject.loadBalancers().filter(({ instances }) => instances === undefined)) {
      const listeners = subject.listenersOf(lb).filter(({ instances }) => instances === undefined);
      const count = certain.filter(({ listener: link }) =>
        listeners.some((listener) => leadsTo(link, listener)),
      ).length;
      if (count <= most) continue;
      yield {
        at: lb,
        message: `a load balancer must have at most ${most} rules beside the default ones, got ${count}`,
        fix: "join rules with the same action, spread them over two load balancers, or ask AWS for more and say so",
      };
    }
  },
};

/** The provider's number for a default rule. */
const DEFAULT_RULE = 99_999;
