import { serverGroups } from "../application-groups";
import type { Defect } from "../defect";
import { outOfRange } from "../whole-number";

/** A target that leaves may finish its requests for up to an hour. */
export const deregistrationDelayOutOfRange: Defect = {
  id: "deregistration-delay-out-of-range",
  severity: "error",
  facts: ["N60", "S40", "TF25", "B46"],
  find: (subject) =>
    outOfRange(subject, serverGroups(subject), [
      {
        argument: "deregistration_delay",
        path: ["deregistration_delay"],
        least: 0,
        most: 3600,
        fix: "give the seconds that the longest request may take, such as 30",
      },
    ]),
};
