import { egressToTargetsClosed } from "../../../lab/lint/defects/egress-to-targets-closed";
import { serverData, withScalingGroup } from "../support/embedded-server";
import { findIn, linesIn } from "../support/find";
import { block, withGroups, withRules } from "../support/security-rules";
import type { Shape } from "../support/shop";

const egress = (change: object | null) => withRules({ egress: { servers: change } });

it("refuses a load balancer that cannot get out to its targets [U7, U31, G20]", () => {
  expect(linesIn(egressToTargetsClosed, egress(null))).toEqual([
    "aws_security_group.alb: the security groups of aws_lb.shop must let it out to port 3000 of aws_instance.api and aws_instance.web, got no egress rule that does; " +
      "add an egress rule for TCP port 3000 to the group of the targets",
  ]);
});

test.each([
  ["another port", egress({ from_port: 80, to_port: 80 })],
  ["a range that begins after", egress({ from_port: 3001, to_port: 65_535 })],
  ["UDP", egress({ ip_protocol: "udp" })],
  ["itself", egress({ referenced_security_group_id: "${aws_security_group.alb.id}" })],
  ["another network", egress({ referenced_security_group_id: null, cidr_ipv4: "192.168.0.0/16" })],
  ["IPv6", egress({ referenced_security_group_id: null, cidr_ipv6: "::/0" })],
  ["clients, inline", withGroups({ alb: { ingress: block(80), egress: [block(443)] } })],
])("refuses egress to %s only", (_, change) => {
  expect(findIn(egressToTargetsClosed, change)).toHaveLength(1);
});

test.each([
  ["the VPC", egress({ referenced_security_group_id: null, cidr_ipv4: "10.0.0.0/16" })],
  [
    "everywhere, inline",
    withGroups({ alb: { egress: block(0, 0, { protocol: "-1", cidr_blocks: ["0.0.0.0/0"] }) } }),
  ],
  [
    "half of a subnet, which nobody can judge",
    (resource: Shape) => {
      egress({ referenced_security_group_id: null, cidr_ipv4: "10.0.0.0/25" })(resource);
      delete resource.aws_lb_target_group_attachment.api;
    },
  ],
  [
    "a prefix list, which nobody can judge",
    egress({ referenced_security_group_id: null, prefix_list_id: "pl-1" }),
  ],
  ["a port that nobody knows", egress({ from_port: "${var.port}", to_port: "${var.port}" })],
])("is silent about egress to %s", (_, change) => {
  expect(findIn(egressToTargetsClosed, change)).toEqual([]);
});

it("knows the members of a scaling group, and each port by itself", () => {
  const scaled = (resource: Shape) => {
    withScalingGroup(serverData())(resource);
    resource.aws_lb_target_group.web.port = 8080;
  };
  const [finding, ...others] = findIn(egressToTargetsClosed, scaled);
  expect(others).toEqual([]);
  expect(finding?.message).toContain("port 8080 of aws_autoscaling_group.web,");
});

it("knows a target by its address", () => {
  const byAddress = (cidr: string) => (resource: Shape) => {
    egress({ referenced_security_group_id: null, cidr_ipv4: cidr })(resource);
    resource.aws_lb_target_group.web.target_type = "ip";
    resource.aws_lb_target_group_attachment.web.target_id = "10.0.9.7";
    delete resource.aws_lb_target_group_attachment.api;
  };
  expect(findIn(egressToTargetsClosed, byAddress("10.0.8.0/24"))).toHaveLength(1);
  expect(findIn(egressToTargetsClosed, byAddress("10.0.9.0/24"))).toEqual([]);
});

it("leaves functions and groups over IPv6 alone", () => {
  const over6 = (resource: Shape) => {
    egress({ referenced_security_group_id: null, cidr_ipv6: "::/0" })(resource);
    for (const group of Object.values<Shape>(resource.aws_lb_target_group)) group.ip_address_type = "ipv6";
  };
  expect(findIn(egressToTargetsClosed, over6)).toEqual([]);
  const functions = (resource: Shape) => {
    egress(null)(resource);
    for (const group of Object.values<Shape>(resource.aws_lb_target_group)) group.target_type = "lambda";
  };
  expect(findIn(egressToTargetsClosed, functions)).toEqual([]);
});
