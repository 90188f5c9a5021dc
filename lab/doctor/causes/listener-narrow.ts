import { listenerAdmission } from "../../alb";
import type { Cause } from "../cause";
import { groupPlace } from "../security";
import { known } from "../words";

const THE_WORLD = { securityGroups: [], cidrs: ["0.0.0.0/0"] };

/** The security group of the load balancer admits some networks only, and a client got no answer. */
export const listenerNarrow: Cause = {
  id: "listener-narrow",
  kind: "broken",
  facts: ["U31"],
  rank: 40,
  *find(one) {
    for (const lb of one.links.loadBalancers())
      for (const listener of one.links.listenersOf(lb)) {
        const port = known(listener.port);
        if (port === undefined || !one.hasUnanswered(listener.address)) continue;
        const some = listenerAdmission(one.topology, lb, listener);
        if (some.verdict !== "yes") continue;
        if (listenerAdmission(one.topology, lb, listener, THE_WORLD).verdict === "yes") continue;
        yield {
          about: [one.about("listener", listener)],
          certainty: "possible",
          seen: ["a client saw no answer", `${some.rule} admits some addresses to port ${port}`],
          cause: `the load balancer's security groups admit only some networks to port ${port}, perhaps not the client's`,
          fix: `add an ingress rule to ${groupPlace(one, lb)}: TCP ${port} from the network of the client`,
        };
      }
  },
};
