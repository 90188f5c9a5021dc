import type { Defect } from "../defect";
import { companionsOf, isSet } from "../policy";

/** A network ACL of no subnet lets nobody in and keeps nobody out. */
export const networkAclUnused: Defect = {
  id: "network-acl-unused",
  severity: "warning",
  facts: ["CKV2_AWS_1", "EC2.16"],
  *find(subject) {
    for (const acl of subject.resources("aws_network_acl")) {
      const beside = companionsOf(subject, acl, ["aws_network_acl_association"], "network_acl_id");
      if (isSet(acl, ["subnet_ids"]) !== false || beside.found.length > 0 || beside.mayBeMore) continue;
      yield {
        at: acl,
        message: "subnet_ids must name a subnet, got none",
        fix: "name the subnets that it guards in subnet_ids, or remove it",
      };
    }
  },
};
