import { identify } from "../../lab/aws/matching/address";
import { matchDeclared } from "../../lab/aws/matching/match";
import type { StateResource } from "../../lab/aws/state/state-resource";
import { parseTopology } from "../../lab/topology";

/** Address under which each of these is deployed, by its label, where this is declared. */
function addresses(states: readonly StateResource[], resource: object, data: object = {}) {
  const declared = parseTopology(JSON.stringify({ resource, data }));
  const identified = identify(states, matchDeclared(states, declared), declared);
  return Object.fromEntries(identified.map(({ state, address }) => [state.label, address]));
}

const seen = (type: string, label: string, values: object): StateResource => ({
  type,
  label,
  values: { id: label, ...values },
});

describe("what AWS has is what declares it", () => {
  test("by its name, also where the declared type is the old one", () => {
    const states = [seen("aws_lb", "arn-1", { name: "shop" }), seen("aws_lb", "arn-2", { name: "blog" })];
    expect(addresses(states, { aws_alb: { one: { name: "blog" }, other: { name: "shop" } } })).toEqual({
      "arn-1": "aws_alb.other",
      "arn-2": "aws_alb.one",
    });
  });

  test("by the beginning of its name, where only one begins so", () => {
    const groups = { aws_lb_target_group: { main: { name_prefix: "shop-" } } };
    const one = seen("aws_lb_target_group", "a", { name: "shop-2024" });
    const other = seen("aws_lb_target_group", "b", { name: "shop-2025" });
    expect(addresses([one], groups)).toEqual({ a: "aws_lb_target_group.main" });
    expect(addresses([one, other], groups)).toEqual({
      a: "aws_lb_target_group.a",
      b: "aws_lb_target_group.b",
    });
  });

  test("never where it could be either of two", () => {
    const tags = { tags: { Name: "server" } };
    const states = [seen("aws_instance", "i-1", tags), seen("aws_instance", "i-2", tags)];
    expect(addresses(states, { aws_instance: { a: tags, b: tags } })).toEqual({
      "i-1": "aws_instance.i-1",
      "i-2": "aws_instance.i-2",
    });
  });

  test("by the subnet that it is in, where its name is that of several", () => {
    const tags = { tags: { Name: "server" } };
    const states = [
      seen("aws_subnet", "subnet-1", { cidr_block: "10.0.0.0/24", tags: { Name: "one" } }),
      seen("aws_subnet", "subnet-2", { cidr_block: "10.0.1.0/24", tags: { Name: "two" } }),
      seen("aws_instance", "i-1", { ...tags, subnet_id: "subnet-1" }),
      seen("aws_instance", "i-2", { ...tags, subnet_id: "subnet-2" }),
    ];
    const subnets = { one: { tags: { Name: "one" } }, two: { tags: { Name: "two" } } };
    const instance = (subnet: string) => ({ ...tags, subnet_id: `\${aws_subnet.${subnet}.id}` });
    const declared = { aws_subnet: subnets, aws_instance: { b: instance("two"), a: instance("one") } };
    expect(addresses(states, declared)).toMatchObject({ "i-1": "aws_instance.a", "i-2": "aws_instance.b" });
  });

  test("by what it belongs to and its port or priority", () => {
    const states = [
      seen("aws_lb", "arn", { name: "shop" }),
      seen("aws_lb_listener", "l80", { load_balancer_arn: "arn", port: 80 }),
      seen("aws_lb_listener", "l81", { load_balancer_arn: "arn", port: 81 }),
      seen("aws_lb_listener_rule", "r10", { listener_arn: "l80", priority: 10 }),
      seen("aws_lb_listener_rule", "r11", { listener_arn: "l80", priority: 11 }),
    ];
    const declared = {
      aws_lb: { main: { name: "shop" } },
      aws_lb_listener: { http: { load_balancer_arn: "${aws_lb.main.arn}", port: "80" } },
      aws_lb_listener_rule: { api: { listener_arn: "${aws_lb_listener.http.arn}", priority: 11 } },
    };
    expect(addresses(states, declared)).toEqual({
      arn: "aws_lb.main",
      l80: "aws_lb_listener.http",
      l81: "aws_lb_listener.l81",
      r10: "aws_lb_listener_rule.r10",
      r11: "aws_lb_listener_rule.api",
    });
  });

  test("although it is registered on another port", () => {
    const states = [
      seen("aws_lb_target_group", "tg", { name: "shop" }),
      seen("aws_instance", "i-1", { tags: { Name: "server" } }),
      seen("aws_lb_target_group_attachment", "a", { target_group_arn: "tg", target_id: "i-1", port: 80 }),
    ];
    const declared = {
      aws_lb_target_group: { main: { name: "shop" } },
      aws_instance: { server: { tags: { Name: "server" } } },
      aws_lb_target_group_attachment: {
        main: {
          target_group_arn: "${aws_lb_target_group.main.arn}",
          target_id: "${aws_instance.server.id}",
          port: 3000,
        },
      },
    };
    expect(addresses(states, declared)).toMatchObject({ a: "aws_lb_target_group_attachment.main" });
  });

  test("by protocol, ports and peer, where it is a rule of a security group; all protocols have no ports", () => {
    const rule = (label: string, values: object) =>
      seen("aws_vpc_security_group_egress_rule", label, { security_group_id: "sg-1", ...values });
    const states = [
      seen("aws_security_group", "sg-1", { name: "alb" }),
      seen("aws_security_group", "sg-2", { name: "web" }),
      rule("sgr-1", { ip_protocol: "-1", cidr_ipv4: "0.0.0.0/0" }),
      rule("sgr-2", { ip_protocol: "tcp", from_port: 1, to_port: 2, referenced_security_group_id: "sg-2" }),
      rule("sgr-3", { ip_protocol: "tcp", from_port: 1, to_port: 3, referenced_security_group_id: "sg-2" }),
    ];
    const own = { security_group_id: "${aws_security_group.alb.id}" };
    const declared = {
      aws_security_group: { alb: { name: "alb" }, web: { name: "web" } },
      aws_vpc_security_group_egress_rule: {
        all: { ...own, ip_protocol: "all", from_port: 0, to_port: 0, cidr_ipv4: "0.0.0.0/0" },
        web: {
          ...own,
          ip_protocol: "TCP",
          from_port: 1,
          to_port: 2,
          referenced_security_group_id: "${aws_security_group.web.id}",
        },
      },
    };
    expect(addresses(states, declared)).toMatchObject({
      "sgr-1": "aws_vpc_security_group_egress_rule.all",
      "sgr-2": "aws_vpc_security_group_egress_rule.web",
      "sgr-3": "aws_vpc_security_group_egress_rule.sgr-3",
    });
  });

  test("also where it is only looked up", () => {
    const states = [seen("aws_vpc", "vpc-1", { cidr_block: "10.0.0.0/16", tags: { Name: "team" } })];
    const data = { aws_vpc: { team: { tags: { Name: "team" } } } };
    expect(addresses(states, {}, data)).toEqual({ "vpc-1": "data.aws_vpc.team" });
  });

  test("not where nobody can say how many are declared", () => {
    const states = [seen("aws_lb", "arn", { name: "shop" })];
    const declared = { aws_lb: { main: { name: "shop", count: "${var.count}" } } };
    expect(addresses(states, declared)).toEqual({ arn: "aws_lb.arn" });
  });
});

test("what nothing declares has an address that nothing else has, in letters that Terraform takes", () => {
  const states = [
    seen("aws_lb", "main", { name: "other" }),
    seen("aws_route", "rtb-1_0.0.0.0/0", { route_table_id: "rtb-1" }),
    seen("aws_lb", "1st", { name: "1st" }),
  ];
  expect(addresses(states, { aws_lb: { main: { name: "shop" } } })).toEqual({
    main: "aws_lb.main_2",
    "rtb-1_0.0.0.0/0": "aws_route.rtb-1_0_0_0_0_0",
    "1st": "aws_lb._1st",
  });
});
