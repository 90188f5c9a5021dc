import { listed } from "../../topology";
import { lossOf, namesThatLeadTo } from "../listeners/balancer-loss";
import { renamesIn } from "../renames/renames";
import type { Risk } from "../risk";

/** A load balancer goes, and nothing in this change takes its place. */
export const loadBalancerDestroyed: Risk = {
  id: "load-balancer-destroyed",
  level: "drops-traffic",
  facts: ["G31"],
  rank: 10,
  *find(comparison) {
    const renamed = new Set(renamesIn(comparison).map(({ from }) => from.address));
    for (const lb of comparison.gone("loadBalancers")) {
      if (comparison.kindOf(lb) !== "destroy" || renamed.has(lb.address)) continue;
      const listeners = comparison.before.listenersOf(lb);
      const names = namesThatLeadTo(comparison, lb);
      yield {
        at: lb,
        ...(listeners.length === 0 && { level: "needs-care" }),
        message: `destroys the load balancer ${comparison.labels.before.to(lb)}${listeners.length === 0 ? "; it has no listener here, but may have some that are declared elsewhere" : ""}`,
        course: [
          ...lossOf(comparison, lb),
          names.length === 0
            ? "whatever points at its DNS name from elsewhere leads nowhere"
            : `${listed(names)} led to it, and so did whatever points at its DNS name from elsewhere`,
        ],
        fix: "lead its names to another load balancer first, wait until nobody comes any more, and destroy it in a last change; to only let go of it, write a removed block with destroy = false",
      };
    }
  },
};
