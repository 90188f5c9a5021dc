import { closedEgress } from "../closed-ways";
import type { Defect } from "../defect";
import { known } from "../values";

/** Terraform takes away the egress rule that AWS gives a group, so the way to the targets has to be opened. */
export const egressToTargetsClosed: Defect = {
  id: "egress-to-targets-closed",
  severity: "error",
  facts: ["U7", "U31", "G20"],
  find: (subject) => closedEgress(subject, ({ registration }) => known(registration.port)),
};
