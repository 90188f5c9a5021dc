import { ask, type Question } from "../../lab/reach";
import { idOf, type Resources, shopWith } from "./support/shop";

type Change = (resource: Resources) => void;

/** `yes`, or the verdict and what is in the way. */
function asked(question: Question, change?: Change): string {
  const { verdict, ways } = ask(shopWith(change), question);
  const obstacle = ways[0]?.steps.find((step) => step.verdict === verdict);
  return verdict === "yes" ? verdict : `${verdict}: ${obstacle?.why}`;
}

const IN = { from: "internet", to: "front", port: 443 };
const OUT = { from: "Server-1", to: "internet", port: 443 };

/** Everybody may come in to a server, as far as its security group says. */
const openServer: Change = (resource) => {
  resource.aws_vpc_security_group_ingress_rule!.open = {
    security_group_id: idOf("aws_security_group.web"),
    ip_protocol: "-1",
    cidr_ipv4: "0.0.0.0/0",
    cidr_ipv6: "::/0",
  };
};

const toPublicSubnet: Change = (resource) => {
  openServer(resource);
  resource.aws_instance!.one.subnet_id = idOf("aws_subnet.public_a");
};

const TO_SERVER = { from: "internet", to: "Server-1", port: 22 };

describe("from the internet", () => {
  it("reaches a load balancer that faces it", () => {
    expect(asked(IN)).toBe("yes");
  });

  it.each<[string, Change, string]>([
    ["that is internal", (r) => (r.aws_lb!.main.internal = true), "no: aws_lb.main is internal"],
    [
      "in subnets whose table leads nowhere",
      (r) => delete r.aws_route_table!.public.route,
      "no: no route of aws_subnet.public_a leads to the internet",
    ],
    [
      "behind a gateway of another VPC",
      (r) => {
        r.aws_vpc!.other = { cidr_block: "10.9.0.0/16" };
        r.aws_internet_gateway!.main.vpc_id = idOf("aws_vpc.other");
      },
      "no: aws_internet_gateway.main is not attached to the VPC of aws_subnet.public_a",
    ],
    [
      "whose subnet has a route to an address that is not known",
      (r) => Object.assign(r.aws_route_table!.public.route[0], { cidr_block: "${var.everywhere}" }),
      "unknown: where a route of aws_route_table.public leads to is not known",
    ],
    [
      "in a subnet of elsewhere",
      (r) => (r.aws_lb!.main.subnets = ["subnet-0123"]),
      "unknown: the subnet subnet-0123 is not declared here",
    ],
  ])("does not reach a load balancer %s", (_, change, seen) => {
    expect(asked(IN, change)).toBe(seen);
  });

  it("reaches one in a subnet without a table of its own by the main table only where that says so", () => {
    const orphaned: Change = (r) => {
      for (const name of ["public_a", "public_b"]) delete r.aws_route_table_association![name];
    };
    expect(asked(IN, orphaned)).toBe("no: no route of aws_subnet.public_a leads to the internet");
    expect(
      asked(IN, (r) => {
        orphaned(r);
        r.aws_main_route_table_association = {
          main: { vpc_id: idOf("aws_vpc.main"), route_table_id: idOf("aws_route_table.public") },
        };
      }),
    ).toBe("yes");
  });

  it("reaches a server only with a public address and a way through an internet gateway", () => {
    expect(asked(TO_SERVER, openServer)).toBe("no: a NAT gateway lets nothing in");
    expect(asked(TO_SERVER, toPublicSubnet)).toBe("no: aws_instance.one has no public address");
    const given: readonly Change[] = [
      (r) => (r.aws_instance!.one.associate_public_ip_address = true),
      (r) => (r.aws_subnet!.public_a.map_public_ip_on_launch = true),
      (r) => (r.aws_eip = { one: { instance: idOf("aws_instance.one") } }),
      (r) =>
        (r.aws_eip_association = { one: { instance_id: idOf("aws_instance.one"), allocation_id: "eip-1" } }),
    ];
    for (const change of given)
      expect(
        asked(TO_SERVER, (r) => {
          toPublicSubnet(r);
          change(r);
        }),
      ).toBe("yes");
  });
});

describe("to the internet", () => {
  it("goes out of a private subnet through a NAT gateway in a public one", () => {
    expect(asked(OUT)).toBe("yes");
  });

  it.each<[string, Change, string]>([
    [
      "without a route",
      (r) => delete r.aws_route_table!.private.route,
      "no: no route of aws_subnet.private_a leads to the internet",
    ],
    [
      "through a private NAT gateway",
      (r) => (r.aws_nat_gateway!.main.connectivity_type = "private"),
      "no: aws_nat_gateway.main is private",
    ],
    [
      "through a NAT gateway in a private subnet",
      (r) => (r.aws_nat_gateway!.main.subnet_id = idOf("aws_subnet.private_b")),
      "no: no route of aws_subnet.private_b, the subnet of aws_nat_gateway.main, leads to an internet gateway",
    ],
    [
      "from a public subnet without a public address",
      (r) => (r.aws_instance!.one.subnet_id = idOf("aws_subnet.public_a")),
      "no: aws_instance.one has no public address",
    ],
    [
      "through a transit gateway",
      (r) => (r.aws_route_table!.private.route = [{ cidr_block: "0.0.0.0/0", transit_gateway_id: "tgw-1" }]),
      "unknown: what is behind aws_route_table.private (transit_gateway_id) is not said here",
    ],
  ])("does not go out %s", (_, change, seen) => {
    expect(asked(OUT, change)).toBe(seen);
  });

  it("takes the narrowest route to a network", () => {
    const aside: Change = (r) => {
      r.aws_route = {
        aside: {
          route_table_id: idOf("aws_route_table.private"),
          destination_cidr_block: "203.0.113.0/24",
          vpc_peering_connection_id: "pcx-1",
        },
      };
    };
    expect(asked({ ...OUT, to: "203.0.113.9" }, aside)).toMatch(/^unknown: what is behind aws_route.aside/);
    expect(asked({ ...OUT, to: "203.0.114.9" }, aside)).toBe("yes");
    expect(asked(OUT, aside)).toBe("yes");
  });
});

describe("over IPv6", () => {
  const dual: Change = (r) => {
    for (const subnet of Object.values(r.aws_subnet!))
      Object.assign(subnet, { ipv6_cidr_block: "2600:1f18::/64", assign_ipv6_address_on_creation: true });
    r.aws_lb!.main.ip_address_type = "dualstack";
    for (const table of Object.values(r.aws_route_table!))
      table.route.push({ ipv6_cidr_block: "::/0", gateway_id: idOf("aws_internet_gateway.main") });
    r.aws_vpc_security_group_ingress_rule!.v6 = {
      ...r.aws_vpc_security_group_ingress_rule!.clients,
      cidr_ipv4: null,
      cidr_ipv6: "::/0",
    };
    r.aws_vpc_security_group_egress_rule!.v6 = {
      ...r.aws_vpc_security_group_egress_rule!.packages,
      cidr_ipv4: null,
      cidr_ipv6: "::/0",
    };
  };

  it("needs addresses, rules and routes of its own", () => {
    const v6 = { ...IN, family: "ipv6" } as const;
    expect(asked(v6)).toBe("no: front has no IPv6 address");
    expect(asked(v6, dual)).toBe("yes");
    expect(
      asked(v6, (r) => {
        dual(r);
        delete r.aws_vpc_security_group_ingress_rule!.v6;
      }),
    ).toMatch(/^no: no ingress rule .* admits the internet to tcp 443/);
  });

  it("comes in to a server through an internet gateway, and not through an egress-only one", () => {
    const v6 = { ...TO_SERVER, family: "ipv6" } as const;
    const open: Change = (r) => {
      dual(r);
      openServer(r);
    };
    const egressOnly: Change = (r) => {
      open(r);
      r.aws_egress_only_internet_gateway = { main: { vpc_id: idOf("aws_vpc.main") } };
      r.aws_route_table!.private.route[1] = {
        ipv6_cidr_block: "::/0",
        egress_only_gateway_id: idOf("aws_egress_only_internet_gateway.main"),
      };
    };
    expect(asked(v6, open)).toBe("yes");
    expect(asked(v6, egressOnly)).toBe("no: an egress-only gateway lets nothing in");
    expect(asked({ ...OUT, family: "ipv6" }, egressOnly)).toBe("yes");
  });
});

describe("between VPCs", () => {
  const apart: Change = (r) => {
    r.aws_vpc!.other = { cidr_block: "10.9.0.0/16" };
    r.aws_subnet!.private_a.vpc_id = idOf("aws_vpc.other");
  };

  it("is no way, and where they are peered nobody can say", () => {
    const question = { from: "front", to: "Server-1", port: 3000 };
    expect(asked(question, apart)).toBe("no: they are in different VPCs, aws_vpc.main and aws_vpc.other");
    expect(
      asked(question, (r) => {
        apart(r);
        r.aws_vpc_peering_connection = {
          both: { vpc_id: idOf("aws_vpc.main"), peer_vpc_id: idOf("aws_vpc.other") },
        };
      }),
    ).toBe("unknown: what goes through aws_vpc_peering_connection.both is not judged");
  });
});
