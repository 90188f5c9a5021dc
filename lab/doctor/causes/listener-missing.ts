import type { Case } from "../case";
import type { Cause } from "../cause";
import type { Target } from "../target";

/** The load balancer has no listener, so that every connection is refused. */
export const listenerMissing: Cause = {
  id: "listener-missing",
  kind: "broken",
  facts: ["R1", "H26"],
  rank: 20,
  *find(one) {
    for (const lb of one.links.loadBalancers()) {
      const isElsewhere = one.topology.listeners.some(({ loadBalancer }) => !("address" in loadBalancer));
      if (one.links.listenersOf(lb).length > 0 || isElsewhere) continue;
      if (one.topology.ignored.some(({ type }) => type === "module")) continue;
      const unused = unusedTargets(one);
      yield {
        ...(unused.length > 0 && { targets: unused }),
        about: [one.about("load balancer", lb)],
        certainty: "certain",
        seen: ["no listener is on it"],
        cause: "the load balancer has no listener, so it takes no connection",
        fix: `add an aws_lb_listener with port 80 and protocol HTTP to ${one.place(lb)}`,
        explains: ["target-group-unused"],
      };
    }
  },
};

/** Where there is no listener at all, nobody can use a target group. */
function unusedTargets({ topology, troubled }: Case): readonly Target[] {
  if (topology.listeners.length > 0) return [];
  return troubled.filter(({ seen }) => seen?.reason === "Target.NotInUse");
}
