import { networkAclOpen } from "../../../lab/lint/defects/network-acl-open";
import { foundAt, messagesOf } from "../support/patched";
import type { Shape } from "../support/shop";

const world = { cidr_block: "0.0.0.0/0" };
const ruleWith = (settings: Shape) => ({
  aws_network_acl_rule: {
    in: { network_acl_id: "acl-1", rule_number: 100, rule_action: "allow", ...settings },
  },
});
const ports = (from_port: unknown, to_port: unknown, rest: Shape = world) =>
  ruleWith({ protocol: "tcp", from_port, to_port, ...rest });

test.each([
  ["every protocol", ruleWith({ protocol: -1, ...world })],
  ["every protocol", ruleWith({ protocol: "all", cidr_block: "10.0.0.0/8" })],
  ["every port", ports(0, 65535, { cidr_block: "10.0.0.0/8" })],
  ["port 22 from anywhere", ports("22", "22")],
  ["port 22 from anywhere", ports(20, 30, { ipv6_cidr_block: "::/0" })],
  ["port 3389 from anywhere", ports(3389, 3389)],
  [
    "every port",
    {
      aws_network_acl: {
        one: { ingress: [{ action: "allow", protocol: "6", from_port: 0, to_port: 65535 }] },
      },
    },
  ],
])("finds %s [AWS-0102, CKV_AWS_352, AWS-0105, EC2.21]", (got, patch) => {
  expect(messagesOf(networkAclOpen, patch)).toEqual([
    `a network ACL must let in single ports only, got ${got}`,
  ]);
});

test.each([
  ["the port of a listener", ports(443, 443)],
  ["ports beside that of shells", ports(23, 3388)],
  ["answers", ports(1024, 65535)],
  ["a shell from inside", ports(22, 22, { cidr_block: "10.0.0.0/8" })],
  ["a rule that denies", ruleWith({ protocol: "-1", rule_action: "deny", ...world })],
  ["a rule on the way out", ruleWith({ protocol: "-1", egress: true, ...world })],
  ["a protocol that nobody knows", ruleWith({ protocol: "${var.protocol}", ...world })],
  ["ports that nobody knows", ports("${var.from}", 65535)],
])("says nothing of %s", (_, patch) => {
  expect(foundAt(networkAclOpen, patch)).toEqual([]);
});
