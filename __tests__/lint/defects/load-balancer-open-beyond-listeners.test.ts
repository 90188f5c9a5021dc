import { loadBalancerOpenBeyondListeners } from "../../../lab/lint/defects/load-balancer-open-beyond-listeners";
import { findIn, linesIn } from "../support/find";
import { block, standalone, withGroups, withRules } from "../support/security-rules";
import type { Shape } from "../support/shop";

const withRule =
  (port: unknown, change: object = {}) =>
  (resource: Shape) => {
    resource.aws_vpc_security_group_ingress_rule.more = standalone("alb", port, change);
  };

it("warns of a port that no listener has [U31]", () => {
  expect(linesIn(loadBalancerOpenBeyondListeners, withRule(8080))).toEqual([
    "aws_vpc_security_group_ingress_rule.more: a load balancer should be open on the ports of its listeners only, 80, got port 8080 from 0.0.0.0/0; " +
      "narrow the rule to the ports of the listeners, one rule each",
  ]);
});

test.each([
  ["a range with a listener in it", withRules({ ingress: { http: { to_port: 443 } } })],
  ["IPv6", withRule(443, { cidr_ipv4: null, cidr_ipv6: "::/0" })],
  ["a nested block", withGroups({ alb: { ingress: [block(80), block(443)] } })],
])("warns of %s", (_, change) => {
  expect(findIn(loadBalancerOpenBeyondListeners, change)).toMatchObject([{ severity: "warning" }]);
});

const second = (change: object) => (resource: Shape) => {
  resource.aws_lb_listener.second = { ...resource.aws_lb_listener.http, ...change };
};

test.each([
  ["a port for an office", withRule(8080, { cidr_ipv4: "198.51.100.0/24" })],
  ["SSH, which is a finding of its own", withRule(22)],
  ["every port, which is a finding of its own", withRule(0, { to_port: 65_535 })],
  ["UDP", withRule(443, { ip_protocol: "udp" })],
  ["a port that nobody knows", withRule("${var.port}")],
])("is silent about %s", (_, change) => {
  expect(findIn(loadBalancerOpenBeyondListeners, change)).toEqual([]);
});

it.each([
  ["has the port", { port: 8080 }],
  ["may have it", { port: "${var.port}" }],
  ["may be of this load balancer", { port: 81, load_balancer_arn: "${var.lb}" }],
])("is silent where another listener %s", (_, change) => {
  const both = (resource: Shape) => {
    withRule(8080)(resource);
    second(change)(resource);
  };
  expect(findIn(loadBalancerOpenBeyondListeners, both)).toEqual([]);
});

it("is silent about a range that listeners fill", () => {
  const filled = (resource: Shape) => {
    withRules({ ingress: { http: { to_port: 81 } } })(resource);
    second({ port: 81 })(resource);
  };
  expect(findIn(loadBalancerOpenBeyondListeners, filled)).toEqual([]);
});

it("is silent about a group that others are in, and where listeners are elsewhere", () => {
  const shared = (resource: Shape) => {
    withRule(8080)(resource);
    resource.aws_instance.web.vpc_security_group_ids.push("${aws_security_group.alb.id}");
  };
  expect(findIn(loadBalancerOpenBeyondListeners, shared)).toEqual([]);
  const bare = (resource: Shape) => {
    withRule(8080)(resource);
    delete resource.aws_lb_listener;
    delete resource.aws_lb_listener_rule;
  };
  expect(findIn(loadBalancerOpenBeyondListeners, bare)).toEqual([]);
});
