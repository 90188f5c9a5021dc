import { serverGroups } from "../application-groups";
import type { Defect } from "../defect";
import { outOfRange } from "../whole-number";

/** A client stays with its target for a second to a week. */
export const stickinessDurationOutOfRange: Defect = {
  id: "stickiness-duration-out-of-range",
  severity: "error",
  facts: ["S20", "N66", "TF31"],
  find: (subject) =>
    outOfRange(
      subject,
      // Where it is off the duration is of no use, and a state says 0.
      serverGroups(subject).filter(({ attributes }) => attributes.stickiness.enabled === true),
      [
        {
          argument: "stickiness cookie_duration",
          path: ["stickiness", "cookie_duration"],
          least: 1,
          most: 604_800,
          fix: "give the seconds for which a client stays with its target, such as 86400",
        },
      ],
    ),
};
