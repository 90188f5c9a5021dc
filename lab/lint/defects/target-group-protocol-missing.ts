import type { Defect } from "../defect";
import { isNotSet } from "../server-settings";
import { known } from "../values";

/** Requests are sent with HTTP or HTTPS. */
export const targetGroupProtocolMissing: Defect = {
  id: "target-group-protocol-missing",
  severity: "error",
  facts: ["TF22", "M11"],
  *find(subject) {
    for (const group of subject.targetGroups()) {
      const type = known(group.targetType);
      if (type !== "instance" && type !== "ip") continue;
      if (!isNotSet(subject, group, "protocol")) continue;
      yield {
        at: group,
        message: `protocol must be set for a group of type ${type}, got none`,
        fix: "give HTTP, or HTTPS where the servers speak TLS",
      };
    }
  },
};
