import { parseTopology, type Topology } from "../../../lab/topology";

/** Resources by type and name, with whatever arguments. */
// biome-ignore lint/suspicious/noExplicitAny: tests change any argument of any resource
export type Resources = Record<string, Record<string, any>>;

export const idOf = (address: string) => `\${${address}.id}`;

const vpc = idOf("aws_vpc.main");

const subnet = (zone: string, cidr: string) => ({
  vpc_id: vpc,
  cidr_block: cidr,
  availability_zone: `eu-west-1${zone}`,
});

const server = (name: string, home: string) => ({
  ami: "ami-0123456789abcdef0",
  instance_type: "t3.micro",
  subnet_id: idOf(home),
  vpc_security_group_ids: [idOf("aws_security_group.web")],
  tags: { Name: name },
});

/**
 * internet -> load balancer 443 -> two private servers 3000, which go out to 443 through a NAT gateway, and nothing else.
 */
function shop(): Resources {
  return {
    aws_vpc: { main: { cidr_block: "10.0.0.0/16" } },
    aws_subnet: {
      public_a: subnet("a", "10.0.0.0/20"),
      public_b: subnet("b", "10.0.16.0/20"),
      private_a: subnet("a", "10.0.128.0/20"),
      private_b: subnet("b", "10.0.144.0/20"),
    },
    ...gateways(),
    ...groups(),
    aws_lb: {
      main: {
        name: "front",
        internal: false,
        load_balancer_type: "application",
        security_groups: [idOf("aws_security_group.alb")],
        subnets: [idOf("aws_subnet.public_a"), idOf("aws_subnet.public_b")],
      },
    },
    aws_lb_target_group: { web: { name: "web", port: 3000, protocol: "HTTP", vpc_id: vpc } },
    aws_lb_target_group_attachment: {
      one: { target_group_arn: "${aws_lb_target_group.web.arn}", target_id: idOf("aws_instance.one") },
      two: { target_group_arn: "${aws_lb_target_group.web.arn}", target_id: idOf("aws_instance.two") },
    },
    aws_instance: {
      one: server("Server-1", "aws_subnet.private_a"),
      two: server("Server-2", "aws_subnet.private_b"),
    },
  };
}

function gateways(): Resources {
  const table = (route: object) => ({ vpc_id: vpc, route: [{ cidr_block: "0.0.0.0/0", ...route }] });
  const associated = (subnetName: string, tableName: string) => ({
    subnet_id: idOf(`aws_subnet.${subnetName}`),
    route_table_id: idOf(`aws_route_table.${tableName}`),
  });
  return {
    aws_internet_gateway: { main: { vpc_id: vpc } },
    aws_nat_gateway: {
      main: { subnet_id: idOf("aws_subnet.public_a"), allocation_id: "eipalloc-0123456789abcdef0" },
    },
    aws_route_table: {
      public: table({ gateway_id: idOf("aws_internet_gateway.main") }),
      private: table({ nat_gateway_id: idOf("aws_nat_gateway.main") }),
    },
    aws_route_table_association: {
      public_a: associated("public_a", "public"),
      public_b: associated("public_b", "public"),
      private_a: associated("private_a", "private"),
      private_b: associated("private_b", "private"),
    },
  };
}

function groups(): Resources {
  const rule = (group: string, port: number, peer: object) => ({
    security_group_id: idOf(`aws_security_group.${group}`),
    ip_protocol: "tcp",
    from_port: port,
    to_port: port,
    ...peer,
  });
  const everybody = { cidr_ipv4: "0.0.0.0/0" };
  const members = (group: string) => ({ referenced_security_group_id: idOf(`aws_security_group.${group}`) });
  return {
    aws_security_group: { alb: { vpc_id: vpc }, web: { vpc_id: vpc }, other: { vpc_id: vpc } },
    aws_vpc_security_group_ingress_rule: {
      clients: rule("alb", 443, everybody),
      requests: rule("web", 3000, members("alb")),
    },
    aws_vpc_security_group_egress_rule: {
      requests: rule("alb", 3000, members("web")),
      packages: rule("web", 443, everybody),
    },
  };
}

/** The shop after a change. */
export function shopWith(change: (resource: Resources) => void = () => {}): Topology {
  const resource = shop();
  change(resource);
  return parseTopology(JSON.stringify({ resource }));
}

/** What is open in the shop, and meant to be. */
export const INTENT = [
  { from: "internet", to: "front", port: 443 },
  { from: "front", to: "servers", port: 3000 },
  { from: "servers", to: "internet", port: 443 },
] as const;
