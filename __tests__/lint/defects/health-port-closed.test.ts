import { healthPortClosed } from "../../../lab/lint/defects/health-port-closed";
import { findIn, linesIn } from "../support/find";
import { standalone, withRules } from "../support/security-rules";
import type { Shape } from "../support/shop";

const checkedAt =
  (port: unknown, more: (resource: Shape) => void = () => {}) =>
  (resource: Shape) => {
    resource.aws_lb_target_group.web.health_check.port = port;
    more(resource);
  };

const out = (port: number) => (resource: Shape) => {
  resource.aws_vpc_security_group_egress_rule.health = standalone("alb", port);
};
const into = (port: number) => (resource: Shape) => {
  resource.aws_vpc_security_group_ingress_rule.health = standalone("web", port, { cidr_ipv4: "10.0.0.0/16" });
};

it("refuses a health port that is open at neither end [U6, U7, U31]", () => {
  expect(linesIn(healthPortClosed, checkedAt(3001))).toEqual([
    "aws_security_group.alb: the security groups of aws_lb.shop must let it out to port 3001 of aws_instance.web, got no egress rule that does; " +
      "add an egress rule for TCP port 3001 to the group of the targets",
    "aws_security_group.web: the security groups of aws_instance.web must admit aws_lb.shop to port 3001, got no ingress rule that does; " +
      "add an ingress rule for TCP port 3001 from the security group of the load balancer",
  ]);
});

it("looks at each end", () => {
  const addresses = (change: (resource: Shape) => void) =>
    findIn(healthPortClosed, checkedAt("3001", change)).map(({ address }) => address);
  expect(addresses(out(3001))).toEqual(["aws_security_group.web"]);
  expect(addresses(into(3001))).toEqual(["aws_security_group.alb"]);
});

it("is silent where both ends are open", () => {
  const open = checkedAt(3001, (resource) => {
    out(3001)(resource);
    into(3001)(resource);
  });
  expect(findIn(healthPortClosed, open)).toEqual([]);
});

it("leaves the port of the traffic to others", () => {
  const closed = withRules({ ingress: { servers: null }, egress: { servers: null } });
  for (const port of ["traffic-port", 3000, "3000"]) {
    expect(findIn(healthPortClosed, checkedAt(port, closed))).toEqual([]);
  }
});

it("is silent where nobody checks and where nobody knows", () => {
  const off = checkedAt(3001, (resource) => {
    resource.aws_lb_target_group.web.health_check.enabled = false;
  });
  expect(findIn(healthPortClosed, off)).toEqual([]);
  expect(findIn(healthPortClosed, checkedAt("${var.port}"))).toEqual([]);
});
