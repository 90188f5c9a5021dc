import type { Cause } from "../cause";

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
      yield {
        about: [one.about("load balancer", lb)],
        certainty: "certain",
        seen: ["no listener is on it"],
        cause: "the load balancer has no listener, so it takes no connection",
        fix: `add an aws_lb_listener with port 80 and protocol HTTP to ${one.place(lb)}`,
      };
    }
  },
};
