import type { Cause } from "../cause";
import { duration, known } from "../words";

/** The target is being removed; it finishes what it has and gets nothing new. */
export const targetDraining: Cause = {
  id: "target-draining",
  kind: "passing",
  facts: ["U21", "H36", "H37", "H60"],
  rank: 30,
  *find(one) {
    for (const target of one.troubled) {
      if (target.seen?.state !== "draining") continue;
      const delay = known(target.group?.attributes.deregistrationDelaySeconds);
      const most = delay === undefined ? "" : `, ${duration((delay / one.speed) * 1000)} at most`;
      yield {
        targets: [target],
        certainty: "certain",
        cause: "the target is being deregistered: it finishes what it has and gets no new requests",
        fix: `wait for its deregistration_delay${most}; register it again if it was not to go`,
      };
    }
  },
};
