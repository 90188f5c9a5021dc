import type { Defect } from "../defect";
import { isNotSet } from "../server-settings";
import { known } from "../values";

/** Servers are in a VPC. */
export const targetGroupVpcMissing: Defect = {
  id: "target-group-vpc-missing",
  severity: "error",
  facts: ["TF22", "M11"],
  *find(subject) {
    for (const group of subject.targetGroups()) {
      const type = known(group.targetType);
      if (type !== "instance" && type !== "ip") continue;
      if (!isNotSet(subject, group, "vpc_id")) continue;
      yield {
        at: group,
        message: `vpc_id must be set for a group of type ${type}, got none`,
        fix: "give the VPC of the servers and the load balancer",
      };
    }
  },
};
