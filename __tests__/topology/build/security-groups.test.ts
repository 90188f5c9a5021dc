import { at, only, type Resources, topologyOf, unknownFor } from "./declare";

const web = "${aws_security_group.web.id}";
const lb = "${aws_security_group.lb.id}";
const lbPeer = { securityGroup: { address: "aws_security_group.lb" } };
const tcp = { from_port: 80, to_port: 80, protocol: "tcp" };
const tcpRule = { protocol: "tcp", fromPort: 80, toPort: 80 };

function group(values: object, others: Resources = {}) {
  const { aws_security_group, ...rest } = others;
  const topology = topologyOf({
    aws_security_group: { web: values, lb: {}, ...aws_security_group },
    ...rest,
  });
  return at(topology.securityGroups, "aws_security_group.web");
}

describe("a security group", () => {
  it("has a name and a VPC, and no rules of its own accord", () => {
    const values = { name: "web", vpc_id: "${aws_vpc.main.id}" };
    expect(group(values, { aws_vpc: { main: {} } })).toEqual({
      address: "aws_security_group.web",
      type: "aws_security_group",
      name: "web",
      vpc: { address: "aws_vpc.main" },
      rules: [],
    });
    expect(group({ name_prefix: "web-" }).name).toEqual(unknownFor("at apply"));
    expect(group({}, { aws_security_group: { web: {} } })).not.toHaveProperty("vpc");
  });

  it("is also the one that comes with a VPC", () => {
    const values = { vpc_id: "vpc-1", ingress: { protocol: "-1", from_port: 0, to_port: 0, self: true } };
    const { securityGroups } = topologyOf({ aws_default_security_group: { main: values } });
    expect(only(securityGroups)).toEqual({
      address: "aws_default_security_group.main",
      type: "aws_default_security_group",
      name: "default",
      vpc: { external: "vpc-1" },
      rules: [
        {
          address: "aws_default_security_group.main",
          inline: true,
          direction: "ingress",
          protocol: "-1",
          fromPort: 0,
          toPort: 65_535,
          peer: { securityGroup: { address: "aws_default_security_group.main" } },
        },
      ],
    });
  });
});

describe("inline rules", () => {
  const origin = { address: "aws_security_group.web", inline: true };

  it("are one for each peer", () => {
    const ingress = {
      ...tcp,
      cidr_blocks: ["10.0.0.0/8", "192.168.0.0/16"],
      ipv6_cidr_blocks: ["::/0"],
      prefix_list_ids: ["pl-1"],
      security_groups: [lb],
      self: true,
    };
    const egress = [{ ...tcp, cidr_blocks: ["0.0.0.0/0"], self: false }];
    const { rules } = group({ ingress, egress });
    const inbound = { ...origin, direction: "ingress", ...tcpRule };
    expect(rules).toHaveLength(7);
    expect(rules).toEqual(
      expect.arrayContaining([
        { ...inbound, peer: { cidr: "10.0.0.0/8" } },
        { ...inbound, peer: { cidr: "192.168.0.0/16" } },
        { ...inbound, peer: { cidr: "::/0" } },
        { ...inbound, peer: { prefixList: { external: "pl-1" } } },
        { ...inbound, peer: lbPeer },
        { ...inbound, peer: { securityGroup: { address: "aws_security_group.web" } } },
        { ...origin, direction: "egress", ...tcpRule, peer: { cidr: "0.0.0.0/0" } },
      ]),
    );
  });

  it("are read alike as blocks and as a list", () => {
    const blocks = group({ ingress: { ...tcp, cidr_blocks: ["10.0.0.0/8"] } }).rules;
    const list = group({
      ingress: [
        { ...tcp, cidr_blocks: ["10.0.0.0/8"], ipv6_cidr_blocks: [], prefix_list_ids: null, self: false },
      ],
    }).rules;
    expect(list).toEqual(blocks);
    expect(group({ ingress: [] }).rules).toEqual([]);
  });

  it("name their protocol as the provider does, and all ports with all protocols", () => {
    const found = (protocol: unknown) => {
      const { rules } = group({ ingress: { ...tcp, protocol, cidr_blocks: ["10.0.0.0/8"] } });
      return only(rules as Exclude<typeof rules, { unknown: string }>);
    };
    for (const [written, read] of [
      ["TCP", "tcp"],
      ["6", "tcp"],
      [17, "udp"],
      ["icmp", "icmp"],
      ["58", "icmpv6"],
      ["50", "50"],
    ])
      expect(found(written)).toMatchObject({ protocol: read, fromPort: 80, toPort: 80 });
    for (const all of ["-1", "all", -1])
      expect(found(all)).toMatchObject({ protocol: "-1", fromPort: 0, toPort: 65_535 });
  });

  it("say what is unknown: a port, a protocol, a peer, all of them", () => {
    const ingress = {
      from_port: "${var.from}",
      protocol: "${var.protocol}",
      cidr_blocks: ["${var.cidr}"],
      security_groups: "${var.groups}",
    };
    const rule = { protocol: unknownFor("var.protocol"), fromPort: unknownFor("var.from") };
    expect(group({ ingress }).rules).toEqual([
      expect.objectContaining({ ...rule, peer: { cidr: unknownFor("var.cidr") } }),
      expect.objectContaining({
        toPort: { unknown: "to_port is not set" },
        peer: { securityGroup: unknownFor("var.groups") },
      }),
    ]);
    expect(group({ ingress: "${var.ingress}" }).rules).toEqual(unknownFor("var.ingress"));
  });
});

describe("standalone rules", () => {
  it("belong to the group they name, in either direction", () => {
    const { rules } = group(
      {},
      {
        aws_security_group_rule: {
          many: { ...tcp, type: "ingress", security_group_id: web, cidr_blocks: ["10.0.0.0/8", "::/0"] },
          from: { ...tcp, type: "egress", security_group_id: web, source_security_group_id: lb },
          self: { ...tcp, type: "ingress", security_group_id: web, self: true },
          other: { ...tcp, type: "ingress", security_group_id: lb, self: true },
          elsewhere: { ...tcp, type: "ingress", security_group_id: "sg-1", self: true },
        },
      },
    );
    const rule = (name: string, direction: string, peer: object) => ({
      address: `aws_security_group_rule.${name}`,
      inline: false,
      direction,
      ...tcpRule,
      peer,
    });
    expect(rules).toEqual([
      rule("from", "egress", lbPeer),
      rule("many", "ingress", { cidr: "10.0.0.0/8" }),
      rule("many", "ingress", { cidr: "::/0" }),
      rule("self", "ingress", { securityGroup: { address: "aws_security_group.web" } }),
    ]);
  });

  it("of the newer types have one peer each", () => {
    const values = { security_group_id: web, ip_protocol: "tcp", from_port: 80, to_port: "80" };
    const { rules } = group(
      {},
      {
        aws_vpc_security_group_ingress_rule: {
          v4: { ...values, cidr_ipv4: "10.0.0.0/8" },
          v6: { ...values, cidr_ipv6: "::/0" },
          group: { ...values, referenced_security_group_id: lb },
        },
        aws_vpc_security_group_egress_rule: {
          list: { security_group_id: web, ip_protocol: "-1", prefix_list_id: "pl-1" },
        },
      },
    );
    const rule = (name: string, peer: object) => ({
      address: `aws_vpc_security_group_ingress_rule.${name}`,
      inline: false,
      direction: "ingress",
      ...tcpRule,
      peer,
    });
    expect(rules).toEqual([
      {
        address: "aws_vpc_security_group_egress_rule.list",
        inline: false,
        direction: "egress",
        protocol: "-1",
        fromPort: 0,
        toPort: 65_535,
        peer: { prefixList: { external: "pl-1" } },
      },
      rule("group", lbPeer),
      rule("v4", { cidr: "10.0.0.0/8" }),
      rule("v6", { cidr: "::/0" }),
    ]);
  });

  it("may name their peer with its account, as AWS gives it back", () => {
    const peerOf = (referenced_security_group_id: string) => {
      const from = { security_group_id: web, ip_protocol: "-1", referenced_security_group_id };
      const others = {
        aws_security_group: { lb: { id: "sg-1" } },
        aws_vpc_security_group_ingress_rule: { from },
      };
      return group({}, others).rules;
    };
    expect(peerOf("123456789012/sg-1")).toMatchObject([{ peer: lbPeer }]);
    expect(peerOf("123456789012/sg-2")).toMatchObject([
      { peer: { securityGroup: { external: "123456789012/sg-2" } } },
    ]);
  });

  it("stand beside inline ones, even where both say the same [G19]", () => {
    const { rules } = group(
      { ingress: { ...tcp, cidr_blocks: ["10.0.0.0/8"] } },
      {
        aws_security_group_rule: {
          same: { ...tcp, type: "ingress", security_group_id: web, cidr_blocks: ["10.0.0.0/8"] },
        },
      },
    );
    expect(rules).toMatchObject([{ inline: true }, { inline: false }]);
  });

  it("make every group's rules unknown where nobody can say which group they belong to", () => {
    const rules = (values: object) =>
      group({}, { aws_security_group_rule: { r: { ...tcp, type: "ingress", self: true, ...values } } }).rules;
    expect(rules({ security_group_id: "${var.group}" })).toEqual(
      unknownFor(/aws_security_group_rule.r may be one of them: .*var.group/),
    );
    expect(rules({})).toEqual(unknownFor("security_group_id is not set"));
  });

  it("make their group's rules unknown where their direction or number is", () => {
    const rules = (values: object) =>
      group({}, { aws_security_group_rule: { r: { ...tcp, security_group_id: web, self: true, ...values } } })
        .rules;
    expect(rules({ type: "${var.type}" })).toEqual(unknownFor("var.type"));
    expect(rules({ type: "inbound" })).toEqual(unknownFor("must be ingress or egress"));
    expect(rules({ type: "ingress", count: "${var.n}" })).toEqual(unknownFor("var.n"));
    expect(rules({ type: "ingress", count: 2 })).toHaveLength(2);
  });
});
