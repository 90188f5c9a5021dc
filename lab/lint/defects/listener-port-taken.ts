import type { Defect } from "../defect";
import { enumerate, known } from "../values";

/** A load balancer has one listener a port. */
export const listenerPortTaken: Defect = {
  id: "listener-port-taken",
  severity: "error",
  facts: ["R1"],
  *find(subject) {
    for (const lb of subject.loadBalancers()) {
      const listeners = subject.listenersOf(lb).filter(({ instances }) => instances === undefined);
      for (const [index, listener] of listeners.entries()) {
        const port = known(listener.port);
        if (port === undefined) continue;
        const before = listeners.slice(0, index).find((other) => known(other.port) === port);
        if (before === undefined) continue;
        yield {
          at: listener,
          message: `each listener of a load balancer must have its own port, got ${port} for ${enumerate([before.address, listener.address])}`,
          fix: "give one of them another port, or make it a rule of the other",
        };
      }
    }
  },
};
