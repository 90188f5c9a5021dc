/** Terraform JSON that a test may change. */
// biome-ignore lint/suspicious/noExplicitAny: tests reach into it by path and write what no type would allow
export type Shape = any;

/**
 * A small shop in anybody's Terraform, without constructs: two public subnets, a load balancer with one listener, one
 * rule, two target groups of one instance each. Nothing is wrong with it.
 */
export function shop(): Shape {
  return structuredClone({
    provider: { aws: [{ region: "eu-west-1" }] },
    resource: { ...network, ...securityGroups, ...routing, ...servers },
  });
}

const network = {
  aws_vpc: { main: { cidr_block: "10.0.0.0/16" } },
  aws_internet_gateway: { main: { vpc_id: "${aws_vpc.main.id}" } },
  aws_route_table: { public: { vpc_id: "${aws_vpc.main.id}" } },
  aws_route: {
    out: {
      route_table_id: "${aws_route_table.public.id}",
      destination_cidr_block: "0.0.0.0/0",
      gateway_id: "${aws_internet_gateway.main.id}",
    },
  },
  aws_subnet: { a: subnet("a", 0), b: subnet("b", 1) },
  aws_route_table_association: { a: association("a"), b: association("b") },
};

const securityGroups = {
  aws_security_group: {
    alb: { name: "alb", description: "load balancer", vpc_id: "${aws_vpc.main.id}" },
    web: { name: "web", description: "servers", vpc_id: "${aws_vpc.main.id}" },
  },
  aws_vpc_security_group_ingress_rule: {
    http: {
      security_group_id: "${aws_security_group.alb.id}",
      description: "clients",
      cidr_ipv4: "0.0.0.0/0",
      ip_protocol: "tcp",
      from_port: 80,
      to_port: 80,
    },
    servers: {
      security_group_id: "${aws_security_group.web.id}",
      description: "load balancer",
      referenced_security_group_id: "${aws_security_group.alb.id}",
      ip_protocol: "tcp",
      from_port: 3000,
      to_port: 3000,
    },
  },
  aws_vpc_security_group_egress_rule: {
    servers: {
      security_group_id: "${aws_security_group.alb.id}",
      description: "servers",
      referenced_security_group_id: "${aws_security_group.web.id}",
      ip_protocol: "tcp",
      from_port: 3000,
      to_port: 3000,
    },
    https: {
      security_group_id: "${aws_security_group.web.id}",
      description: "packages",
      cidr_ipv4: "0.0.0.0/0",
      ip_protocol: "tcp",
      from_port: 443,
      to_port: 443,
    },
  },
};

const routing = {
  aws_lb: {
    shop: {
      name: "shop",
      load_balancer_type: "application",
      internal: false,
      drop_invalid_header_fields: true,
      security_groups: ["${aws_security_group.alb.id}"],
      subnets: ["${aws_subnet.a.id}", "${aws_subnet.b.id}"],
    },
  },
  aws_lb_listener: {
    http: {
      load_balancer_arn: "${aws_lb.shop.arn}",
      port: 80,
      protocol: "HTTP",
      default_action: [{ type: "forward", target_group_arn: "${aws_lb_target_group.web.arn}" }],
    },
  },
  aws_lb_listener_rule: {
    api: {
      listener_arn: "${aws_lb_listener.http.arn}",
      priority: 10,
      condition: [{ path_pattern: { values: ["/api", "/api/*"] } }],
      action: [{ type: "forward", target_group_arn: "${aws_lb_target_group.api.arn}" }],
    },
  },
  aws_lb_target_group: { web: targetGroup("web"), api: targetGroup("api") },
};

const servers = {
  aws_instance: { web: instance("a", "web"), api: instance("b", "api") },
  aws_lb_target_group_attachment: { web: attachment("web"), api: attachment("api") },
};

function subnet(zone: string, number: number) {
  return {
    vpc_id: "${aws_vpc.main.id}",
    cidr_block: `10.0.${number}.0/24`,
    availability_zone: `eu-west-1${zone}`,
  };
}

function association(zone: string) {
  return { subnet_id: `\${aws_subnet.${zone}.id}`, route_table_id: "${aws_route_table.public.id}" };
}

function targetGroup(name: string) {
  return {
    name,
    port: 3000,
    protocol: "HTTP",
    vpc_id: "${aws_vpc.main.id}",
    health_check: {
      path: "/health",
      interval: 15,
      timeout: 5,
      healthy_threshold: 2,
      unhealthy_threshold: 2,
      matcher: "200",
    },
  };
}

function instance(zone: string, name: string) {
  return {
    ami: "ami-0123456789abcdef0",
    instance_type: "t3.micro",
    subnet_id: `\${aws_subnet.${zone}.id}`,
    vpc_security_group_ids: ["${aws_security_group.web.id}"],
    metadata_options: { http_tokens: "required", http_put_response_hop_limit: 1 },
    root_block_device: { encrypted: true },
    tags: { Name: name },
  };
}

function attachment(name: string) {
  return {
    target_group_arn: `\${aws_lb_target_group.${name}.arn}`,
    target_id: `\${aws_instance.${name}.id}`,
    port: 3000,
  };
}
