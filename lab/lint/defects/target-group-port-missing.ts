import type { Defect } from "../defect";
import { isNotSet } from "../server-settings";
import { known } from "../values";

/** Requests go to a port. */
export const targetGroupPortMissing: Defect = {
  id: "target-group-port-missing",
  severity: "error",
  facts: ["TF22", "M11"],
  *find(subject) {
    for (const group of subject.targetGroups()) {
      const type = known(group.targetType);
      if (type !== "instance" && type !== "ip") continue;
      if (!isNotSet(subject, group, "port")) continue;
      yield {
        at: group,
        message: `port must be set for a group of type ${type}, got none`,
        fix: "give the port on which the servers listen",
      };
    }
  },
};
