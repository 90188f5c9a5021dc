import { targetPortClosed } from "../../../lab/lint/defects/target-port-closed";
import { serverData, withScalingGroup } from "../support/embedded-server";
import { findIn, linesIn } from "../support/find";
import { block, withGroups, withRules } from "../support/security-rules";
import type { Shape } from "../support/shop";

const ingress = (change: object | null) => withRules({ ingress: { servers: change } });
const out = { egress: block(3000) };

it("refuses servers that do not admit their load balancer [U6, U31]", () => {
  expect(linesIn(targetPortClosed, ingress(null))).toEqual([
    "aws_security_group.web: the security groups of aws_instance.api and aws_instance.web must admit aws_lb.shop to port 3000, got no ingress rule that does; " +
      "add an ingress rule for TCP port 3000 from the security group of the load balancer",
  ]);
});

test.each([
  ["another port [U23]", ingress({ from_port: 80, to_port: 80 })],
  ["a range that ends before", ingress({ from_port: 1, to_port: 2999 })],
  ["the servers themselves", ingress({ referenced_security_group_id: "${aws_security_group.web.id}" })],
  ["a group of somebody else", ingress({ referenced_security_group_id: "sg-0123456789abcdef0" })],
  ["another network", ingress({ referenced_security_group_id: null, cidr_ipv4: "10.9.0.0/16" })],
  ["itself, inline", withGroups({ alb: out, web: { ingress: block(3000, 3000, { self: true }) } })],
])("refuses servers that admit %s", (_, change) => {
  expect(findIn(targetPortClosed, change)).toMatchObject([{ severity: "error" }]);
});

const fromAlb = { security_groups: ["${aws_security_group.alb.id}"] };

test.each([
  [
    "the group of the load balancer, inline",
    withGroups({ alb: out, web: { ingress: block("3000", "3000", fromAlb) } }),
  ],
  [
    "the subnets of the load balancer",
    ingress({ referenced_security_group_id: null, cidr_ipv4: "10.0.0.0/16" }),
  ],
  ["a network that nobody knows", ingress({ referenced_security_group_id: null, cidr_ipv4: "${var.cidr}" })],
  ["a group that nobody knows", ingress({ referenced_security_group_id: "${var.group}" })],
])("is silent where servers admit %s", (_, change) => {
  expect(findIn(targetPortClosed, change)).toEqual([]);
});

it("looks at ingress even where egress is closed as well", () => {
  const both = withRules({ ingress: { servers: null }, egress: { servers: null } });
  expect(findIn(targetPortClosed, both)).toHaveLength(1);
});

it("knows the servers of a scaling group", () => {
  const scaled = (resource: Shape) => {
    withScalingGroup(serverData())(resource);
    resource.aws_lb_target_group.web.port = 8080;
  };
  const [finding, ...others] = findIn(targetPortClosed, scaled);
  expect(others).toEqual([]);
  expect(finding?.message).toContain("of aws_autoscaling_group.web must admit aws_lb.shop to port 8080,");
});

it("is silent about servers whose groups are not declared here, or by default", () => {
  const groups = (ids: unknown) => (resource: Shape) => {
    ingress(null)(resource);
    for (const server of Object.values<Shape>(resource.aws_instance)) server.vpc_security_group_ids = ids;
  };
  for (const ids of [["sg-0123456789abcdef0"], [], "${var.groups}"]) {
    expect(findIn(targetPortClosed, groups(ids))).toEqual([]);
  }
});
