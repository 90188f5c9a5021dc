import { listenerPortClosed } from "../../../lab/lint/defects/listener-port-closed";
import { findIn, linesIn } from "../support/find";
import { block, standalone, withGroups, withRules } from "../support/security-rules";
import type { Shape } from "../support/shop";

const onPort = (port: unknown) => (resource: Shape) => {
  resource.aws_lb_listener.http.port = port;
};

it("refuses a listener on a port that no rule opens [U31]", () => {
  expect(linesIn(listenerPortClosed, onPort("8080"))).toEqual([
    "aws_lb_listener.http: the security groups of aws_lb.shop must admit somebody to port 8080 of its listener, got no ingress rule that does; " +
      "add an ingress rule for TCP port 8080 from the clients, or give the listener a port that is open",
  ]);
});

test.each([
  ["no rule at all", withRules({ ingress: { http: null } })],
  ["a rule for UDP", withRules({ ingress: { http: { ip_protocol: "udp" } } })],
  ["a range that ends before", withRules({ ingress: { http: { from_port: 1, to_port: 79 } } })],
  ["an inline rule for another port", withGroups({ alb: { ingress: [block(443)] } })],
  ["an egress rule only", withGroups({ alb: { egress: block(80) } })],
])("refuses a group with %s", (_, change) => {
  expect(findIn(listenerPortClosed, change)).toMatchObject([{ severity: "error" }]);
});

test.each([
  ["a rule for some clients", withRules({ ingress: { http: { cidr_ipv4: "198.51.100.0/24" } } })],
  ["a range", withRules({ ingress: { http: { from_port: 80, to_port: 443 } } })],
  ["every protocol", withRules({ ingress: { http: { ip_protocol: "-1", from_port: null, to_port: null } } })],
  ["an inline rule", withGroups({ alb: { ingress: block("80") } })],
  ["a port that nobody knows", onPort("${var.port}")],
  [
    "a rule that nobody knows",
    withRules({ ingress: { http: { from_port: "${var.port}", to_port: "${var.port}" } } }),
  ],
  ["inline rules that nobody knows", withGroups({ alb: { ingress: "${var.rules}" } })],
])("is silent about a group with %s", (_, change) => {
  expect(findIn(listenerPortClosed, change)).toEqual([]);
});

it("is silent where groups or rules may be elsewhere", () => {
  const other = (resource: Shape) => {
    onPort(8080)(resource);
    resource.aws_lb.shop.security_groups.push("sg-0123456789abcdef0");
  };
  expect(findIn(listenerPortClosed, other)).toEqual([]);
  const inModule = (resource: Shape, whole: Shape) => {
    onPort(8080)(resource);
    whole.module = { rules: { source: "./rules", group: "${aws_security_group.alb.id}" } };
  };
  expect(findIn(listenerPortClosed, inModule)).toEqual([]);
  const maybe = (resource: Shape) => {
    onPort(8080)(resource);
    resource.aws_vpc_security_group_ingress_rule.more = { ...standalone("alb", 8080), count: "${var.count}" };
  };
  expect(findIn(listenerPortClosed, maybe)).toEqual([]);
});

it("leaves network load balancers alone", () => {
  const network = (resource: Shape) => {
    onPort(8080)(resource);
    resource.aws_lb.shop.load_balancer_type = "network";
  };
  expect(findIn(listenerPortClosed, network)).toEqual([]);
});
