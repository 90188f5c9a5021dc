import { egressOpenToTheWorld } from "../../../lab/lint/defects/egress-open-to-the-world";
import { findIn, linesIn } from "../support/find";
import { block, standalone, withGroups } from "../support/security-rules";
import type { Shape } from "../support/shop";

const withRule = (change: object) => (resource: Shape) => {
  const everything = { ip_protocol: "-1", from_port: null, to_port: null };
  resource.aws_vpc_security_group_egress_rule.open = standalone("web", 0, { ...everything, ...change });
};

it("warns of a rule that lets out everything to everywhere [CKV_AWS_382, OWN-01]", () => {
  expect(linesIn(egressOpenToTheWorld, withRule({}))).toEqual([
    "aws_vpc_security_group_egress_rule.open: an egress rule should name its protocol and port, got every protocol to 0.0.0.0/0; " +
      "let servers out to TCP port 443 for packages, and a load balancer to its targets",
  ]);
});

const all = { protocol: "-1", cidr_blocks: ["0.0.0.0/0"], ipv6_cidr_blocks: ["::/0"] };

test.each([
  ["IPv6", withRule({ cidr_ipv4: null, cidr_ipv6: "::/0" })],
  ["a nested block, once for both families", withGroups({ web: { egress: [block(0, 0, all)] } })],
  ["the word for it", withRule({ ip_protocol: "all" })],
])("warns of %s", (_, change) => {
  expect(findIn(egressOpenToTheWorld, change)).toMatchObject([{ severity: "warning" }]);
});

test.each([
  ["a port", withRule({ ip_protocol: "tcp", from_port: 443, to_port: 443 })],
  ["a network", withRule({ cidr_ipv4: "10.0.0.0/8" })],
  ["a group", withRule({ cidr_ipv4: null, referenced_security_group_id: "${aws_security_group.alb.id}" })],
  ["a network that nobody knows", withRule({ cidr_ipv4: "${var.cidr}" })],
  ["a protocol that nobody knows", withRule({ ip_protocol: "${var.protocol}" })],
])("is silent about %s", (_, change) => {
  expect(findIn(egressOpenToTheWorld, change)).toEqual([]);
});
