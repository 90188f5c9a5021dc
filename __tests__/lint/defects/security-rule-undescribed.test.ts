import { securityRuleUndescribed } from "../../../lab/lint/defects/security-rule-undescribed";
import { foundAt, foundInState } from "../support/patched";

const inline = { from_port: 22, to_port: 22, protocol: "tcp", cidr_blocks: ["10.0.0.0/8"] };
const inGroup = (direction: string, rules: unknown) => ({
  aws_security_group: { web: { [direction]: rules } },
});
const older = (description: unknown) => ({
  aws_security_group_rule: { ssh: { ...inline, type: "ingress", security_group_id: "sg-1", description } },
});

test.each([
  [
    "a rule of its own",
    { aws_vpc_security_group_ingress_rule: { http: { description: null } } },
    "aws_vpc_security_group_ingress_rule.http",
  ],
  [
    "one on the way out",
    { aws_vpc_security_group_egress_rule: { https: { description: "" } } },
    "aws_vpc_security_group_egress_rule.https",
  ],
  ["one of the older kind", older(null), "aws_security_group_rule.ssh"],
  ["one in a group", inGroup("ingress", [inline]), "aws_security_group.web"],
  ["one in a group, as a block", inGroup("egress", { ...inline, description: "" }), "aws_security_group.web"],
])("finds %s that does not say what it is for [CKV_AWS_23, AWS-0124]", (_, patch, address) => {
  expect(foundAt(securityRuleUndescribed, patch)).toEqual([address]);
});

test.each([
  ["rules that say it", inGroup("ingress", [{ ...inline, description: "administrators" }])],
  ["a text that nobody knows", older("${var.description}")],
  ["rules that nobody knows", inGroup("ingress", "${var.rules}")],
])("says nothing of %s", (_, patch) => {
  expect(foundAt(securityRuleUndescribed, patch)).toEqual([]);
});

it("says it once of a rule that a state shows in the group too", () => {
  const state = {
    "aws_security_group.web": { id: "sg-1", ingress: [{ ...inline, description: "" }] },
    "aws_vpc_security_group_ingress_rule.ssh": { security_group_id: "sg-1", description: null },
  };
  expect(foundInState(securityRuleUndescribed, state)).toEqual(["aws_vpc_security_group_ingress_rule.ssh"]);
});
