import type { Resource } from "../../topology";
import type { Defect } from "../defect";
import { blocksOf, companionsOf, isSet } from "../policy";
import type { Subject } from "../subject";

const RULES = [
  "aws_vpc_security_group_ingress_rule",
  "aws_vpc_security_group_egress_rule",
  "aws_security_group_rule",
];

/** Nobody dares to remove a rule that does not say why it is there. */
export const securityRuleUndescribed: Defect = {
  id: "security-rule-undescribed",
  severity: "warning",
  facts: ["CKV_AWS_23", "AWS-0124"],
  *find(subject) {
    const fix = "set description to who comes in, or where it leads";
    for (const rule of subject.resources(...RULES))
      if (isSet(rule, ["description"]) === false)
        yield { at: rule, message: "description must say what the rule is for, got none", fix };
    for (const group of subject.resources("aws_security_group"))
      for (const direction of ["ingress", "egress"])
        if (hasUndescribed(subject, group, direction))
          yield { at: group, message: `description of ${direction} must say what it is for, got none`, fix };
  },
};

function hasUndescribed(subject: Subject, group: Resource, direction: string): boolean {
  const isUndescribed = (blocksOf(group, direction) ?? []).some(
    (rule) => isSet(rule, ["description"]) === false,
  );
  if (!isUndescribed || subject.topology.source.kind === "synth") return isUndescribed;
  // a state shows in a group too the rules that are declared beside it
  return companionsOf(subject, group, RULES, "security_group_id").found.length === 0;
}
