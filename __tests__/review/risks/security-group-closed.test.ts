import { securityGroupClosed } from "../../../lab/review/risks/security-group-closed";
import type { Shape } from "../../lint/support/shop";
import { patch, risksOf } from "../support/hazards";

const linesOf = (...about: Parameters<typeof risksOf> extends [unknown, ...infer Rest] ? Rest : never) =>
  risksOf(securityGroupClosed, ...about).map(
    ({ level, address, message }) => `${level} ${address}: ${message}`,
  );

const ingress = (rules: Shape) => patch({ aws_vpc_security_group_ingress_rule: rules });

it("tells of a listener that its load balancer's groups no longer open to clients [U31]", () => {
  expect(linesOf(ingress({ http: null }))).toEqual([
    "drops-traffic aws_lb_listener.http: shuts the way from the internet to port 80 of shop over IPv4: " +
      "no ingress rule of the security groups of aws_lb.shop admits the internet to tcp 80; there is no rule that comes near",
  ]);
});

it("tells of clients that are left out while others still come in", () => {
  const offices = ingress({
    http: { cidr_ipv4: "198.51.100.0/24" },
    other: {
      security_group_id: "${aws_security_group.alb.id}",
      cidr_ipv4: "203.0.113.0/24",
      ip_protocol: "tcp",
      from_port: 80,
      to_port: 80,
    },
  });
  expect(linesOf(ingress({ other: null }), offices)).toEqual([
    "drops-traffic aws_lb_listener.http: no longer admits 203.0.113.0/24 to port 80 of shop",
  ]);
});

it("tells of targets that the load balancer no longer reaches, and of the end that is shut [U6, U7]", () => {
  const port = { from_port: 3001, to_port: 3001 };
  const [out] = linesOf(patch({ aws_vpc_security_group_egress_rule: { servers: port } }));
  expect(out).toMatch(
    /^drops-traffic aws_lb_target_group_attachment.api: shuts the way from shop to port 3000 of api and web: no egress rule/,
  );
  expect(linesOf(ingress({ servers: port }))).toEqual([
    expect.stringMatching(/: shuts the way from shop to port 3000 of api and web: no ingress rule/),
  ]);
});

it("tells of a port of its own that only health checks go to [U6]", () => {
  const own = patch({
    aws_lb_target_group: { web: { health_check: { port: "3999" } } },
    aws_vpc_security_group_ingress_rule: { servers: { to_port: 3999 } },
    aws_vpc_security_group_egress_rule: { servers: { to_port: 3999 } },
  });
  const [hazard, ...others] = risksOf(securityGroupClosed, ingress({ servers: { to_port: 3000 } }), own);
  expect(others).toEqual([]);
  expect(hazard?.message).toMatch(/^shuts the way from shop to port 3999 of web, where health checks go: /);
  expect(hazard?.course[1]).toMatch(/^health checks time out and the target gets unhealthy/);
});

it("counts routes and network ACLs, which shut a way as well [U8]", () => {
  expect(linesOf(patch({ aws_route: { out: null } }))).toEqual([
    "drops-traffic aws_lb_listener.http: shuts the way from the internet to port 80 of shop over IPv4: no route of aws_subnet.a leads to the internet",
  ]);
  const acl = {
    vpc_id: "${aws_vpc.main.id}",
    subnet_ids: ["${aws_subnet.a.id}", "${aws_subnet.b.id}"],
    egress: [
      { rule_no: 1, protocol: "-1", action: "allow", cidr_block: "0.0.0.0/0", from_port: 0, to_port: 0 },
    ],
  };
  expect(linesOf(patch({ aws_network_acl: { main: acl } }))[0]).toMatch(
    /aws_network_acl.main denies tcp 80 in aws_subnet.a$/,
  );
});

it("says that a rule that is destroyed before it is made again leaves a gap", () => {
  const oldRule = {
    aws_vpc_security_group_ingress_rule: { http: null },
    aws_security_group_rule: {
      http: {
        type: "ingress",
        security_group_id: "${aws_security_group.alb.id}",
        protocol: "tcp",
        from_port: 80,
        to_port: 80,
        cidr_blocks: ["0.0.0.0/0"],
      },
    },
  };
  const wider = patch({ aws_security_group_rule: { http: { to_port: 443 } } });
  expect(linesOf(wider, patch(oldRule))).toEqual([
    "needs-care aws_lb_listener.http: shuts the way from the internet to port 80 of shop over IPv4 for a moment: " +
      "aws_security_group_rule.http is destroyed before it is made again",
  ]);
  const createsFirst = patch(oldRule, {
    aws_security_group_rule: { http: { lifecycle: { create_before_destroy: true } } },
  });
  expect(linesOf(wider, createsFirst)).toEqual([]);
});

it("says that AWS does not delete a group in use, whose rules are gone by then [G17]", () => {
  expect(linesOf(patch({ aws_security_group: { web: { description: "web" } } }))).toEqual([
    "drops-traffic aws_security_group.web: destroys a security group that api and web has before it makes the new one, forced by description",
  ]);
});

describe("where the input does not say what decides from then on", () => {
  const elsewhere = (type: string, name: string, argument: string) =>
    patch({ [type]: { [name]: { [argument]: ["sg-0123456789abcdef0"] } } });

  it("needs care, and names the step and the reason", () => {
    const lines = linesOf(elsewhere("aws_lb", "shop", "security_groups"));
    expect(lines[0]).toBe(
      "needs-care aws_lb_listener.http: leaves open whether anything gets through any more from the internet to port 80 of shop over IPv4: " +
        "the rules of sg-0123456789abcdef0 are not declared here",
    );
    expect(linesOf(elsewhere("aws_instance", "web", "vpc_security_group_ids"))).toEqual([
      expect.stringMatching(
        /^needs-care aws_lb_target_group_attachment.web: leaves open whether .* of web: /,
      ),
    ]);
    const main = patch({ aws_route_table_association: { a: null } });
    expect(linesOf(main)).toEqual([
      expect.stringMatching(/^(?:needs-care|drops-traffic) aws_lb_listener.http: .* aws_subnet.a/),
    ]);
  });

  it("is told as shut where another step surely is", () => {
    const alone = patch({
      aws_lb: { shop: { security_groups: ["sg-0123456789abcdef0"] } },
      aws_vpc_security_group_ingress_rule: { servers: null },
    });
    expect(linesOf(alone)).toContainEqual(
      expect.stringMatching(
        /^drops-traffic .*: shuts the way from shop to port 3000 of api and web: no ingress rule/,
      ),
    );
  });

  it("is not told where it was so before: only what gets worse counts", () => {
    const external = elsewhere("aws_lb", "shop", "security_groups");
    expect(linesOf(patch({ aws_lb: { shop: { idle_timeout: 30 } } }), external)).toEqual([]);
    const byAddress = patch({
      aws_lb: { shop: { security_groups: ["sg-0123456789abcdef0"] } },
      aws_vpc_security_group_ingress_rule: {
        servers: { referenced_security_group_id: null, cidr_ipv4: "10.0.0.0/16" },
      },
    });
    expect(linesOf(ingress({ servers: null }), byAddress)).toEqual([
      expect.stringMatching(
        /^drops-traffic .*: shuts the way from shop to port 3000 of api and web: no ingress rule/,
      ),
    ]);
  });
});

it("tells of one zone of the load balancer that routes no longer lead to [U8]", () => {
  const closed = patch({
    aws_route_table: { closed: { vpc_id: "${aws_vpc.main.id}" } },
    aws_route_table_association: { b: { route_table_id: "${aws_route_table.closed.id}" } },
  });
  expect(linesOf(closed)).toEqual([
    "drops-traffic aws_lb_listener.http: shuts a part of the way from the internet to port 80 of shop over IPv4: no route of aws_subnet.b leads to the internet",
  ]);
});

describe("is silent", () => {
  it("where another rule opens the same", () => {
    const all = {
      cidr_ipv4: "0.0.0.0/0",
      ip_protocol: "-1",
      security_group_id: "${aws_security_group.alb.id}",
    };
    expect(linesOf(ingress({ http: null, all }))).toEqual([]);
  });

  it("where nothing went before: a port without listener, a family that the load balancer does not speak", () => {
    const idle = (from: Shape) =>
      ingress({ idle: { security_group_id: "${aws_security_group.alb.id}", ip_protocol: "tcp", ...from } });
    const ssh = idle({ cidr_ipv4: "0.0.0.0/0", from_port: 22, to_port: 22 });
    const six = idle({ cidr_ipv6: "::/0", from_port: 80, to_port: 80 });
    for (const base of [ssh, six]) expect(linesOf(ingress({ idle: null }), base)).toEqual([]);
  });

  it("where what used the way goes too, or moves to another port", () => {
    expect(
      linesOf(
        patch({
          aws_lb_listener: { http: { port: 81 } },
          aws_vpc_security_group_ingress_rule: { http: { from_port: 81, to_port: 81 } },
        }),
      ),
    ).toEqual([]);
    expect(
      linesOf(
        patch({
          aws_lb_target_group_attachment: { web: null, api: null },
          aws_vpc_security_group_ingress_rule: { servers: null },
        }),
      ),
    ).toEqual([]);
  });

  it("where who is let in is not known", () => {
    expect(linesOf(ingress({ http: { cidr_ipv4: "${var.clients}" } }))).toEqual([]);
  });
});
