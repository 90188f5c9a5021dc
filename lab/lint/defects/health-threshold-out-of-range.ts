import { applicationGroups } from "../application-groups";
import type { Defect } from "../defect";
import { outOfRange } from "../whole-number";

/** Health changes after 2 to 10 probes of the same outcome. */
export const healthThresholdOutOfRange: Defect = {
  id: "health-threshold-out-of-range",
  severity: "error",
  facts: ["H6", "H7", "TF29", "B42"],
  find: (subject) =>
    outOfRange(subject, applicationGroups(subject), [
      {
        argument: "health_check healthy_threshold",
        path: ["health_check", "healthy_threshold"],
        least: 2,
        most: 10,
        fix: "give the successes in a row that make a target healthy, such as 3",
      },
      {
        argument: "health_check unhealthy_threshold",
        path: ["health_check", "unhealthy_threshold"],
        least: 2,
        most: 10,
        fix: "give the failures in a row that make a target unhealthy, such as 3",
      },
    ]),
};
