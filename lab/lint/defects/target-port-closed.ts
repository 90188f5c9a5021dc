import { closedIngress } from "../closed-ways";
import type { Defect } from "../defect";
import { known } from "../values";

/** A target answers only on a port to which its security groups admit the load balancer. */
export const targetPortClosed: Defect = {
  id: "target-port-closed",
  severity: "error",
  facts: ["U6", "U23", "U31"],
  find: (subject) => closedIngress(subject, ({ registration }) => known(registration.port)),
};
