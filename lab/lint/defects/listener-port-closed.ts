import { listenerAdmission } from "../../alb";
import { mayHaveOtherRules } from "../closed-ways";
import type { Defect } from "../defect";
import { known } from "../values";

/** Clients reach a listener only on a port that the load balancer's security groups admit. */
export const listenerPortClosed: Defect = {
  id: "listener-port-closed",
  severity: "error",
  facts: ["U31"],
  *find(subject) {
    if (mayHaveOtherRules(subject)) return;
    for (const lb of subject.loadBalancers()) {
      for (const listener of subject.listenersOf(lb)) {
        if (listenerAdmission(subject.topology, lb, listener).verdict !== "no") continue;
        const port = known(listener.port);
        yield {
          at: listener,
          message: `the security groups of ${lb.address} must admit somebody to port ${port} of its listener, got no ingress rule that does`,
          fix: `add an ingress rule for TCP port ${port} from the clients, or give the listener a port that is open`,
        };
      }
    }
  },
};
