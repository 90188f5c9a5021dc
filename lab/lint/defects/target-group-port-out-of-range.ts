import { serverGroups } from "../application-groups";
import type { Defect } from "../defect";
import { outOfRange } from "../whole-number";

/** Targets listen on ports from 1 to 65535. */
export const targetGroupPortOutOfRange: Defect = {
  id: "target-group-port-out-of-range",
  severity: "error",
  facts: ["TF22", "B2"],
  find: (subject) =>
    outOfRange(subject, serverGroups(subject), [
      {
        argument: "port",
        path: ["port"],
        least: 1,
        most: 65535,
        fix: "give the port on which the servers listen",
      },
    ]),
};
