import { applicationListeners } from "../application-listeners";
import type { Defect } from "../defect";

/** Terraform lets the port of a listener out, because listeners of gateway load balancers have none. */
export const listenerPortMissing: Defect = {
  id: "listener-port-missing",
  severity: "error",
  facts: ["TF50", "R1"],
  *find(subject) {
    for (const listener of applicationListeners(subject)) {
      const port = subject.resource(listener.address)?.value("port");
      if (port !== undefined && port !== null) continue;
      yield {
        at: listener,
        message: "listener port must be set, got none",
        fix: "set port to 80 for HTTP, 443 for HTTPS, or another free one",
      };
    }
  },
};
