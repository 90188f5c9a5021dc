import { listenerAdmission } from "../../alb";
import type { Cause } from "../cause";
import { groupPlace, hasOtherRules } from "../security";
import { known } from "../words";

/** The security group of the load balancer admits nobody to the port of a listener. */
export const listenerPortClosed: Cause = {
  id: "listener-port-closed",
  kind: "broken",
  facts: ["U31"],
  rank: 20,
  *find(one) {
    if (hasOtherRules(one)) return;
    for (const lb of one.links.loadBalancers())
      for (const listener of one.links.listenersOf(lb)) {
        const port = known(listener.port);
        if (port === undefined || listenerAdmission(one.topology, lb, listener).verdict !== "no") continue;
        yield {
          about: [one.about("listener", listener)],
          certainty: "certain",
          seen: [`${lb.address} listens on port ${port}; its security groups have no ingress rule for it`],
          cause: `no rule of the load balancer's security groups admits anybody to port ${port}`,
          fix: `add an ingress rule to ${groupPlace(one, lb)}: TCP ${port} from 0.0.0.0/0, or from those who shall come in`,
          explains: ["listener-narrow"],
        };
      }
  },
};
