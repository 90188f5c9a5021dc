import type { Defect } from "../defect";
import { textOf } from "../policy";
import { quoted } from "../values";

const BY_TERRAFORM = "Managed by Terraform";

/** A description cannot be changed later without a new group. */
export const securityGroupUndescribed: Defect = {
  id: "security-group-undescribed",
  severity: "warning",
  facts: ["CKV_AWS_23", "AWS-0099", "AwsSolutions-EC27"],
  *find(subject) {
    for (const group of subject.resources("aws_security_group")) {
      if (textOf(group, ["description"], BY_TERRAFORM) !== BY_TERRAFORM) continue;
      yield {
        at: group,
        message: `description must say what the group is for, got ${quoted(BY_TERRAFORM)}`,
        fix: "set description; Terraform writes its own where it is not set",
      };
    }
  },
};
