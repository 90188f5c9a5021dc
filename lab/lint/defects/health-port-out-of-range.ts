import { serverGroups } from "../application-groups";
import type { Defect } from "../defect";
import { outOfRange } from "../whole-number";

/** Probes go to a port, or to the one that has the traffic. */
export const healthPortOutOfRange: Defect = {
  id: "health-port-out-of-range",
  severity: "error",
  facts: ["H2", "TF29", "B44"],
  find: (subject) =>
    outOfRange(subject, serverGroups(subject), [
      {
        argument: "health_check port",
        path: ["health_check", "port"],
        least: 1,
        most: 65535,
        or: "traffic-port",
        fix: "leave it out to probe the port that has the traffic",
      },
    ]),
};
