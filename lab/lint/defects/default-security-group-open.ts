import type { Defect } from "../defect";
import { blocksOf, companionsOf } from "../policy";

const RULES = [
  "aws_vpc_security_group_ingress_rule",
  "aws_vpc_security_group_egress_rule",
  "aws_security_group_rule",
];

/** What names no group gets the default one, so that one lets nobody through. */
export const defaultSecurityGroupOpen: Defect = {
  id: "default-security-group-open",
  severity: "warning",
  facts: ["CKV2_AWS_12", "AWS-0173", "EC2.2"],
  *find(subject) {
    for (const group of subject.resources("aws_default_security_group")) {
      const inline = ["ingress", "egress"].filter((name) => (blocksOf(group, name)?.length ?? 0) > 0);
      const beside = companionsOf(subject, group, RULES, "security_group_id").found;
      const got = inline[0] ?? beside[0]?.address;
      if (got === undefined) continue;
      yield {
        at: group,
        message: `a default security group must have no rules, got ${got}`,
        fix: "remove its rules, and give a group of their own to what relies on them",
      };
    }
  },
};
