import { appPortOpenToTheWorld } from "../../../lab/lint/defects/app-port-open-to-the-world";
import { serverData, withScalingGroup } from "../support/embedded-server";
import { findIn, linesIn } from "../support/find";
import { block, standalone, withGroups } from "../support/security-rules";
import type { Shape } from "../support/shop";

const withRule = (change: object) => (resource: Shape) => {
  resource.aws_vpc_security_group_ingress_rule.open = standalone("web", 3000, change);
};

const listed = (change: object) => (resource: Shape) => {
  resource.aws_security_group_rule = {
    open: { type: "ingress", security_group_id: "${aws_security_group.web.id}", ...block(3000), ...change },
  };
};

it("refuses a server that admits everybody to its port [B60]", () => {
  expect(linesIn(appPortOpenToTheWorld, withRule({}))).toEqual([
    "aws_vpc_security_group_ingress_rule.open: port 3000 of servers must admit the load balancer only, got port 3000 from 0.0.0.0/0; " +
      "name the security group of the load balancer as the source instead",
  ]);
});

test.each([
  ["IPv6", withRule({ cidr_ipv4: null, cidr_ipv6: "::/0" })],
  ["IPv6 in full", withRule({ cidr_ipv4: null, cidr_ipv6: "0:0:0:0:0:0:0:0/0" })],
  ["every address of the Internet", withRule({ cidr_ipv4: null, cidr_ipv6: "2000::/3" })],
  ["half of the world", withRule({ cidr_ipv4: "128.0.0.0/1" })],
  ["more than any network of one's own", withRule({ cidr_ipv4: "10.0.0.0/7" })],
  ["a wide range of ports", withRule({ from_port: 1024, to_port: 65_535 })],
  ["ports written as texts", withRule({ from_port: "3000", to_port: "3000" })],
  ["a protocol written as a number", withRule({ ip_protocol: "6" })],
  ["a rule that may be there", withRule({ count: "${var.count}" })],
  ["a listed rule", listed({})],
  ["a listed rule of IPv6", listed({ cidr_blocks: null, ipv6_cidr_blocks: ["::/0"] })],
  ["a nested block", withGroups({ web: { ingress: block(3000) } })],
  [
    "a list of blocks",
    withGroups({ web: { ingress: [block(22, 22, { cidr_blocks: ["10.0.0.0/8"] }), block(3000)] } }),
  ],
])("refuses %s", (_, change) => {
  expect(findIn(appPortOpenToTheWorld, change)).toHaveLength(1);
});

it("says both halves in one finding", () => {
  const halves = withGroups({
    web: { ingress: block(3000, 3000, { cidr_blocks: ["0.0.0.0/1", "128.0.0.0/1"] }) },
  });
  const [finding, ...others] = findIn(appPortOpenToTheWorld, halves);
  expect(others).toEqual([]);
  expect(finding?.message).toContain("from 0.0.0.0/1 and 128.0.0.0/1 (ingress)");
});

test.each([
  ["the load balancer", () => {}],
  ["a private network", withRule({ cidr_ipv4: "10.0.0.0/8" })],
  ["a private network of IPv6", withRule({ cidr_ipv4: null, cidr_ipv6: "fc00::/7" })],
  ["an office", withRule({ cidr_ipv4: "198.51.100.0/24" })],
  ["everybody to another port", withRule({ from_port: 443, to_port: 443 })],
  ["everybody over UDP", withRule({ ip_protocol: "udp" })],
  ["a network that nobody knows", withRule({ cidr_ipv4: "${var.cidr}" })],
  ["ports that nobody knows", withRule({ from_port: "${var.port}" })],
  ["everybody out", withGroups({ web: { egress: block(3000) } })],
])("is silent about a server that admits %s", (_, change) => {
  expect(findIn(appPortOpenToTheWorld, change)).toEqual([]);
});

it("leaves rules for every port to a finding of their own", () => {
  expect(
    findIn(appPortOpenToTheWorld, withRule({ ip_protocol: "-1", from_port: null, to_port: null })),
  ).toEqual([]);
});

it("knows the launch template of a scaling group, and a health port of its own", () => {
  const scaled = (resource: Shape) => {
    withScalingGroup(serverData())(resource);
    withRule({ from_port: 3001, to_port: 3001 })(resource);
  };
  expect(findIn(appPortOpenToTheWorld, scaled)).toEqual([]);
  const checked = (resource: Shape) => {
    scaled(resource);
    resource.aws_lb_target_group.web.health_check.port = 3001;
  };
  expect(findIn(appPortOpenToTheWorld, checked)).toHaveLength(1);
});

it("leaves groups alone that a load balancer is in, and servers of a network load balancer", () => {
  const shared = (resource: Shape) => {
    withRule({})(resource);
    resource.aws_lb.shop.security_groups.push("${aws_security_group.web.id}");
  };
  expect(findIn(appPortOpenToTheWorld, shared)).toEqual([]);
  const overTcp = (resource: Shape) => {
    withRule({})(resource);
    for (const group of Object.values<Shape>(resource.aws_lb_target_group)) group.protocol = "TCP";
  };
  expect(findIn(appPortOpenToTheWorld, overTcp)).toEqual([]);
});
