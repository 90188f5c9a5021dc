import { applicationGroups } from "../application-groups";
import type { Defect } from "../defect";
import { outOfRange } from "../whole-number";

/** A probe may take 2 to 120 seconds. */
export const healthTimeoutOutOfRange: Defect = {
  id: "health-timeout-out-of-range",
  severity: "error",
  facts: ["H5", "TF29", "B42"],
  find: (subject) =>
    outOfRange(subject, applicationGroups(subject), [
      {
        argument: "health_check timeout",
        path: ["health_check", "timeout"],
        least: 2,
        most: 120,
        fix: "give the seconds after which a probe has failed, such as 5",
      },
    ]),
};
