import { serverGroups } from "../application-groups";
import type { Defect } from "../defect";
import { outOfRange } from "../whole-number";

/** A ramp takes 30 to 900 seconds, or there is none. */
export const slowStartOutOfRange: Defect = {
  id: "slow-start-out-of-range",
  severity: "error",
  facts: ["N64", "S7", "TF26", "B47"],
  find: (subject) =>
    outOfRange(subject, serverGroups(subject), [
      {
        argument: "slow_start",
        path: ["slow_start"],
        least: 30,
        most: 900,
        or: 0,
        fix: "give 0 for off, or the seconds over which the share of a new target rises",
      },
    ]),
};
