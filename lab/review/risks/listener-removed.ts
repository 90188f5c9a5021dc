import { isUnknown, type Listener } from "../../topology";
import type { Comparison } from "../comparison";
import { hasStandingBalancer, isSameLink, nameOfEntrance } from "../listeners/standing-listeners";
import { renamesIn } from "../renames/renames";
import type { Risk } from "../risk";

/** A load balancer stays, and nothing listens at one of its ports any more. */
export const listenerRemoved: Risk = {
  id: "listener-removed",
  level: "drops-traffic",
  facts: ["R1", "U14"],
  rank: 10,
  *find(comparison) {
    const renamed = new Set(renamesIn(comparison).map(({ from }) => from.address));
    for (const listener of comparison.gone("listeners")) {
      const { address } = listener;
      if (comparison.kindOf(listener) !== "destroy" || renamed.has(address)) continue;
      if (!hasStandingBalancer(comparison, listener) || mayBeTaken(comparison, listener)) continue;
      const name = nameOfEntrance(comparison, "before", listener);
      yield {
        at: listener,
        message: `takes the listener ${name} away, and no other takes its port`,
        course: [
          ...(comparison.before.rulesOf(listener).length === 0
            ? []
            : [
                "Terraform destroys its rules first: until it is gone, its default action answers what they answered",
              ]),
          "Terraform destroys the listener: new connections to its port fail",
          "groups that only this listener sent requests to get none",
        ],
        fix: `keep a listener at the port that redirects to another one, until the access log shows that nobody comes to ${name}`,
      };
    }
  },
};

/** Whether another listener stands, or may stand, at the same port afterwards. */
function mayBeTaken({ after }: Comparison, { loadBalancer, port }: Listener): boolean {
  return after.topology.listeners.some((other) => {
    const isElsewhere = !isUnknown(other.loadBalancer) && !isSameLink(other.loadBalancer, loadBalancer);
    return !isElsewhere && (isUnknown(other.port) || isUnknown(port) || other.port === port);
  });
}
