import { securityGroupOpened } from "../../../lab/review/risks/security-group-opened";
import type { Shape } from "../../lint/support/shop";
import { patch, risksOf } from "../support/hazards";

const group = (name: string) => `\${aws_security_group.${name}.id}`;

const ingress = (rules: Shape) => patch({ aws_vpc_security_group_ingress_rule: rules });

const ssh = (from: Shape) => ({
  security_group_id: group("web"),
  ip_protocol: "tcp",
  from_port: 22,
  to_port: 22,
  ...from,
});

const messagesOf = (...about: Parameters<typeof risksOf> extends [unknown, ...infer Rest] ? Rest : never) =>
  risksOf(securityGroupOpened, ...about).map(({ message }) => message);

it("names from whom, to which port and of whom, IPv4 and IPv6 apart [U6]", () => {
  const both = ingress({ four: ssh({ cidr_ipv4: "0.0.0.0/0" }), six: ssh({ cidr_ipv6: "::/0" }) });
  expect(messagesOf(both)).toEqual([
    "admits the whole internet (0.0.0.0/0) over IPv4 to tcp 22 (SSH) of api and web, which was shut, by aws_vpc_security_group_ingress_rule.four",
    "admits the whole internet (::/0) over IPv6 to tcp 22 (SSH) of api and web, which was shut, by aws_vpc_security_group_ingress_rule.six",
  ]);
});

it("says whether the internet gets there at all, which routes and public addresses decide", () => {
  const open = ingress({ ssh: ssh({ cidr_ipv4: "0.0.0.0/0" }) });
  const [shut] = risksOf(securityGroupOpened, open);
  expect(shut?.course[1]).toMatch(/^nothing that has the group can be reached from the internet today/);
  const [reached] = risksOf(
    securityGroupOpened,
    open,
    patch({ aws_instance: { web: { associate_public_ip_address: true } } }),
  );
  expect(reached?.course[1]).toBe("from then on anybody may connect to web");
});

it("says who is admitted where it is not everybody", () => {
  expect(messagesOf(ingress({ ssh: ssh({ cidr_ipv4: "10.0.0.0/16" }) }))).toEqual([
    "admits 10.0.0.0/16 over IPv4 to tcp 22 (SSH) of api and web, which was shut, by aws_vpc_security_group_ingress_rule.ssh",
  ]);
  expect(messagesOf(ingress({ ssh: ssh({ prefix_list_id: "pl-1" }) }))).toEqual([
    "admits pl-1 to tcp 22 (SSH) of api and web, which was shut, by aws_vpc_security_group_ingress_rule.ssh",
  ]);
});

it("counts what is new, whatever declares it: inline, standalone, or a rule that is widened", () => {
  const inline = patch({
    aws_security_group: {
      web: { ingress: [{ protocol: "tcp", from_port: 22, to_port: 22, cidr_blocks: ["10.9.0.0/16"] }] },
    },
  });
  expect(messagesOf(inline)).toHaveLength(1);
  expect(messagesOf(ingress({ servers: { to_port: 3005 } }))).toEqual([
    "admits aws_security_group.alb to tcp 3001-3005 of api and web, which was shut, by aws_vpc_security_group_ingress_rule.servers",
  ]);
});

it("tells of another group that a running server gets", () => {
  const admin = patch({
    aws_security_group: { admin: { name: "admin", vpc_id: "${aws_vpc.main.id}" } },
    aws_vpc_security_group_ingress_rule: {
      admin: { ...ssh({ cidr_ipv4: "10.0.0.0/8" }), security_group_id: group("admin") },
    },
    aws_instance: { web: { vpc_security_group_ids: [group("web"), group("admin")] } },
  });
  expect(risksOf(securityGroupOpened, admin).map(({ address, message }) => `${address} ${message}`)).toEqual([
    "aws_instance.web admits 10.0.0.0/8 over IPv4 to tcp 22 (SSH) of web, which was shut, by aws_vpc_security_group_ingress_rule.admin",
  ]);
});

describe("is silent", () => {
  const half = (cidr: string) => ({
    security_group_id: group("alb"),
    cidr_ipv4: cidr,
    ip_protocol: "tcp",
    from_port: 80,
    to_port: 80,
  });

  it("where rules are cut otherwise and mean the same, at any address", () => {
    expect(messagesOf(ingress({ http: null, low: half("0.0.0.0/1"), high: half("128.0.0.0/1") }))).toEqual(
      [],
    );
    const old = {
      type: "ingress",
      security_group_id: group("alb"),
      protocol: "tcp",
      from_port: 80,
      to_port: 80,
      cidr_blocks: ["0.0.0.0/0"],
    };
    expect(
      messagesOf(
        patch({
          aws_vpc_security_group_ingress_rule: { http: null },
          aws_security_group_rule: { http: old },
        }),
      ),
    ).toEqual([]);
  });

  it("where a rule for the load balancer's group takes the place of one for its addresses", () => {
    const byAddress = ingress({ servers: { referenced_security_group_id: null, cidr_ipv4: "10.0.0.0/16" } });
    const byGroup = ingress({ servers: { cidr_ipv4: null, referenced_security_group_id: group("alb") } });
    expect(messagesOf(byGroup, byAddress)).toEqual([]);
    expect(messagesOf(byAddress)).toHaveLength(1);
  });

  it("on a listener that is added together with the rule for its port", () => {
    const listener = {
      load_balancer_arn: "${aws_lb.shop.arn}",
      port: 8080,
      protocol: "HTTP",
      default_action: [
        { type: "fixed-response", fixed_response: [{ content_type: "text/plain", status_code: "200" }] },
      ],
    };
    const rule = { ...half("0.0.0.0/0"), from_port: 8080, to_port: 8080 };
    const withRule = { aws_vpc_security_group_ingress_rule: { more: rule } };
    expect(messagesOf(patch(withRule, { aws_lb_listener: { more: listener } }))).toEqual([]);
    expect(messagesOf(patch(withRule))).toHaveLength(1);
  });

  it("where a service comes with a group of its own", () => {
    const blog = patch({
      aws_security_group: { blog: { name: "blog", vpc_id: "${aws_vpc.main.id}" } },
      aws_vpc_security_group_ingress_rule: {
        blog: { ...ssh({ referenced_security_group_id: group("alb") }), security_group_id: group("blog") },
      },
      aws_vpc_security_group_egress_rule: {
        blog: {
          security_group_id: group("alb"),
          referenced_security_group_id: group("blog"),
          ip_protocol: "tcp",
          from_port: 3000,
          to_port: 3000,
        },
      },
    });
    expect(messagesOf(blog)).toEqual([]);
  });

  it("from a load balancer to the port that its targets get, or their health checks", () => {
    const moved = { aws_lb_target_group_attachment: { web: { port: 3001 }, api: { port: 3001 } } };
    const rule = ingress({ servers: { from_port: 3001, to_port: 3001 } });
    expect(
      messagesOf(
        patch(moved, {
          aws_vpc_security_group_ingress_rule: { servers: { from_port: 3001, to_port: 3001 } },
        }),
      ),
    ).toEqual([]);
    expect(messagesOf(rule)).toHaveLength(1);
  });

  it("where who is meant is not known", () => {
    expect(messagesOf(ingress({ ssh: ssh({ cidr_ipv4: "${var.office}" }) }))).toEqual([]);
  });
});

it("tells once of a group that several get, whatever it opens", () => {
  const more = ingress({
    tls: {
      ...ssh({ cidr_ipv4: "0.0.0.0/0" }),
      security_group_id: group("alb"),
      from_port: 443,
      to_port: 443,
    },
  });
  const wrong = { vpc_security_group_ids: [group("alb")] };
  expect(messagesOf(patch({ aws_instance: { web: wrong, api: wrong } }), more)).toEqual([
    expect.stringMatching(
      /^admits the whole internet \(0.0.0.0\/0\) over IPv4 to tcp (?:80 and tcp 443|443 and tcp 80) of api and web/,
    ),
  ]);
});
