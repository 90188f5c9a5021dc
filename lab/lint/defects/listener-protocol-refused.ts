import { applicationListeners } from "../application-listeners";
import type { Defect } from "../defect";
import { known, quoted } from "../values";

/** An application load balancer speaks HTTP. */
export const listenerProtocolRefused: Defect = {
  id: "listener-protocol-refused",
  severity: "error",
  facts: ["R1", "B8", "TF50"],
  *find(subject) {
    for (const listener of applicationListeners(subject)) {
      const protocol = known(listener.protocol);
      if (protocol === undefined || protocol === "HTTP" || protocol === "HTTPS") continue;
      yield {
        at: listener,
        message: `protocol of a listener of an application load balancer must be HTTP or HTTPS, got ${quoted(protocol)}`,
        fix: "set protocol to HTTP or HTTPS, or load_balancer_type to network",
      };
    }
  },
};
