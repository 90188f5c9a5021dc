import type { Cause } from "../cause";
import { known } from "../words";

/** A listener is declared, and the load balancer on AWS does not have it. */
export const driftListener: Cause = {
  id: "drift-listener",
  kind: "broken",
  facts: ["R1", "H26"],
  rank: 16,
  *find(one) {
    const { declared, deployed } = one.evidence;
    if (declared === undefined || deployed === undefined) return;
    const ports = new Set(deployed.listeners.map(({ port }) => known(port)));
    if (ports.has(undefined) || deployed.listeners.some(({ instances }) => instances)) return;
    for (const listener of declared.listeners) {
      const port = known(listener.port);
      if (port === undefined || ports.has(port)) continue;
      const unused = one.targets.filter(({ seen }) => seen?.reason === "Target.NotInUse");
      yield {
        ...(unused.length > 0 && { targets: unused }),
        about: [one.about("listener", listener)],
        certainty: "certain",
        seen: [`${listener.address} declares port ${port}; the load balancer on AWS has no listener there`],
        cause: `the listener on port ${port} is declared and not deployed, or somebody has removed it`,
        fix: `run terraform apply, which makes ${one.place(listener)}`,
        explains: ["listener-missing", "target-group-unused"],
      };
    }
  },
};
