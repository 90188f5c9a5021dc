import { closedEgress, closedIngress } from "../closed-ways";
import type { Defect } from "../defect";
import { known } from "../values";
import { ownHealthPort, type Way } from "../ways";

/** Health checks on a port of their own need that port open as well. */
export const healthPortClosed: Defect = {
  id: "health-port-closed",
  severity: "error",
  facts: ["U6", "U7", "U31"],
  *find(subject) {
    yield* closedEgress(subject, portBesideTraffic);
    yield* closedIngress(subject, portBesideTraffic);
  },
};

function portBesideTraffic({ group, registration }: Way): number | undefined {
  const port = ownHealthPort(group);
  return port === known(registration.port) ? undefined : port;
}
