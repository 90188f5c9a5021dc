import { applicationGroups } from "../application-groups";
import type { Defect } from "../defect";
import { outOfRange } from "../whole-number";

/** Probes are 5 to 300 seconds apart. */
export const healthIntervalOutOfRange: Defect = {
  id: "health-interval-out-of-range",
  severity: "error",
  facts: ["H4", "TF29", "B42"],
  find: (subject) =>
    outOfRange(subject, applicationGroups(subject), [
      {
        argument: "health_check interval",
        path: ["health_check", "interval"],
        least: 5,
        most: 300,
        fix: "give the seconds between two probes, such as 15",
      },
    ]),
};
