import type { Cause } from "../cause";
import { known } from "../words";

/** The load balancer has private addresses only, and a client got no answer. */
export const loadBalancerInternal: Cause = {
  id: "load-balancer-internal",
  kind: "broken",
  facts: ["TF3", "U31"],
  rank: 39,
  *find(one) {
    for (const lb of one.links.loadBalancers()) {
      if (known(lb.internal) !== true) continue;
      const tried = one.links.listenersOf(lb).filter(({ address }) => one.hasUnanswered(address));
      if (tried.length === 0) continue;
      yield {
        about: [one.about("load balancer", lb)],
        certainty: "likely",
        seen: ["a client saw no answer", "its scheme is internal"],
        cause:
          "the load balancer is internal: its name leads to private addresses, which the internet does not reach",
        fix: `set internal of ${one.place(lb)} to false, which replaces it, or come from inside of its VPC`,
      };
    }
  },
};
