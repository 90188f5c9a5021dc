import { defaultSecurityGroupOpen } from "../../../lab/lint/defects/default-security-group-open";
import { foundAt, messagesOf } from "../support/patched";
import type { Shape } from "../support/shop";

const groupWith = (settings: Shape, beside: Shape = {}) => ({
  aws_default_security_group: { main: { vpc_id: "${aws_vpc.main.id}", ...settings } },
  ...beside,
});
const all = { protocol: "-1", from_port: 0, to_port: 0, self: true };
const ruleOf = (group: string) => ({
  aws_vpc_security_group_egress_rule: {
    out: { security_group_id: group, description: "out", ip_protocol: "-1" },
  },
});

test.each([
  ["ingress", groupWith({ ingress: [all] })],
  ["egress", groupWith({ egress: all })],
  ["aws_vpc_security_group_egress_rule.out", groupWith({}, ruleOf("${aws_default_security_group.main.id}"))],
])("finds a default group with %s [CKV2_AWS_12, AWS-0173, EC2.2]", (got, patch) => {
  expect(messagesOf(defaultSecurityGroupOpen, patch)).toEqual([
    `a default security group must have no rules, got ${got}`,
  ]);
});

test.each([
  ["without rules", groupWith({ ingress: [], egress: [] })],
  ["with rules that nobody knows", groupWith({ ingress: "${var.rules}" })],
  ["beside a rule that may be of any group", groupWith({}, ruleOf("${var.group}"))],
])("says nothing of one %s", (_, patch) => {
  expect(foundAt(defaultSecurityGroupOpen, patch)).toEqual([]);
});
