import { allPortsOpenToTheWorld } from "../../../lab/lint/defects/all-ports-open-to-the-world";
import { findIn, linesIn } from "../support/find";
import { block, standalone, withGroups } from "../support/security-rules";
import type { Shape } from "../support/shop";

const everything = { ip_protocol: "-1", from_port: null, to_port: null };

const withRule = (change: object) => (resource: Shape) => {
  resource.aws_vpc_security_group_ingress_rule.open = standalone("web", 0, change);
};

it("refuses a rule that admits everybody to everything [CKV_AWS_277]", () => {
  expect(linesIn(allPortsOpenToTheWorld, withRule(everything))).toEqual([
    "aws_vpc_security_group_ingress_rule.open: a rule must not admit everybody to every port, got every protocol from 0.0.0.0/0; " +
      "name the ports that are needed, or a security group as the source",
  ]);
});

test.each([
  ["all over IPv6 [OWN-02]", withRule({ ...everything, cidr_ipv4: null, cidr_ipv6: "::/0" })],
  ["every port of TCP", withRule({ to_port: 65_535 })],
  ["every port that is used", withRule({ from_port: 1, to_port: "65535" })],
  [
    "a nested block",
    withGroups({ web: { ingress: block(0, 0, { protocol: "-1", cidr_blocks: ["0.0.0.0/0"] }) } }),
  ],
  [
    "the word for it",
    withGroups({ alb: { ingress: [block(0, 0, { protocol: "all", ipv6_cidr_blocks: ["::/0"] })] } }),
  ],
])("refuses %s", (_, change) => {
  expect(findIn(allPortsOpenToTheWorld, change)).toHaveLength(1);
});

it("leaves the default group of a VPC, which should have no rules at all, to a finding of its own", () => {
  const opened = (resource: Shape) => {
    const ingress = block(0, 0, { protocol: "-1", cidr_blocks: ["0.0.0.0/0"] });
    resource.aws_default_security_group = { main: { vpc_id: "${aws_vpc.main.id}", ingress } };
  };
  expect(findIn(allPortsOpenToTheWorld, opened)).toEqual([]);
});

test.each([
  [
    "all to a group",
    withRule({
      ...everything,
      cidr_ipv4: null,
      referenced_security_group_id: "${aws_security_group.alb.id}",
    }),
  ],
  ["all to a network", withRule({ ...everything, cidr_ipv4: "10.0.0.0/8" })],
  ["all but the last port", withRule({ to_port: 65_534 })],
  ["all but the first ports", withRule({ from_port: 2, to_port: 65_535 })],
  ["a protocol that nobody knows", withRule({ ip_protocol: "${var.protocol}" })],
  [
    "the way out",
    withGroups({ web: { egress: block(0, 0, { protocol: "-1", cidr_blocks: ["0.0.0.0/0"] }) } }),
  ],
])("is silent about %s", (_, change) => {
  expect(findIn(allPortsOpenToTheWorld, change)).toEqual([]);
});
