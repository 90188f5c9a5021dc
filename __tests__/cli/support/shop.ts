import { renderUserData } from "../../../userdata";

type Parts = Readonly<Record<string, Readonly<Record<string, object>>>>;

/** A stack as CDKTF writes it: a shop of two services on one load balancer, one of them with a canary. */
export function shop(more: Parts = {}): string {
  const resource = { ...network, ...guards, ...groups, ...targets, ...listeners };
  const merged = Object.fromEntries(
    [...new Set([...Object.keys(resource), ...Object.keys(more)])].map((type) => [
      type,
      { ...(resource as Parts)[type], ...more[type] },
    ]),
  );
  const terraform = { required_providers: { aws: { source: "hashicorp/aws", version: "5.100.0" } } };
  const provider = { aws: [{ region: "eu-central-1" }] };
  return JSON.stringify({ "//": { metadata: { stackName: "shop" } }, terraform, provider, resource: merged });
}

/** A rule of the listener on port 80. */
export function rule(priority: number | undefined, condition: readonly object[], group = "web") {
  return {
    listener_arn: "${aws_lb_listener.http.arn}",
    ...(priority !== undefined && { priority }),
    condition,
    action: [{ type: "forward", target_group_arn: `\${aws_lb_target_group.${group}.arn}` }],
  };
}

export function path(...values: readonly string[]) {
  return { path_pattern: { values } };
}

/** Where CDKTF says which construct declared a resource. */
export function declaredAt(constructPath: string) {
  return { "//": { metadata: { path: constructPath, uniqueId: constructPath.replaceAll("/", "_") } } };
}

const zones = ["a", "b"] as const;

function perZone(make: (zone: (typeof zones)[number]) => object) {
  return Object.fromEntries(zones.map((zone) => [zone, make(zone)]));
}

const network: Parts = {
  aws_vpc: { main: { cidr_block: "10.0.0.0/16" } },
  aws_subnet: perZone((zone) => ({
    vpc_id: "${aws_vpc.main.id}",
    availability_zone: `eu-central-1${zone}`,
    cidr_block: `10.0.${zones.indexOf(zone)}.0/24`,
  })),
  aws_iam_role: { server: { name: "server" }, logs: { name: "logs" } },
  aws_route_table: { main: { vpc_id: "${aws_vpc.main.id}" } },
};

const guards: Parts = {
  aws_security_group: { alb: { name: "alb" }, servers: { name: "servers" } },
  aws_vpc_security_group_ingress_rule: {
    http: admit("alb", 80, { cidr_ipv4: "0.0.0.0/0" }),
    office: admit("alb", 8080, { cidr_ipv4: "198.51.100.0/24" }),
    servers: admit("servers", 3000, { referenced_security_group_id: "${aws_security_group.alb.id}" }),
  },
  aws_vpc_security_group_egress_rule: {
    servers: admit("alb", 3000, { referenced_security_group_id: "${aws_security_group.servers.id}" }),
  },
};

export function admit(group: string, port: number, peer: object) {
  const ports = { ip_protocol: "tcp", from_port: port, to_port: port };
  return { security_group_id: `\${aws_security_group.${group}.id}`, ...ports, ...peer };
}

const groups: Parts = {
  aws_lb_target_group: Object.fromEntries(
    ["web", "api", "canary", "empty"].map((name) => [
      name,
      {
        name,
        port: 3000,
        protocol: "HTTP",
        vpc_id: "${aws_vpc.main.id}",
        ...declaredAt(`shop/${name}/group`),
      },
    ]),
  ),
};

const servers = ["web-a", "web-b", "api-a", "canary-b"];

const targets: Parts = {
  aws_instance: Object.fromEntries([
    ...servers.map((name) => [name, server(name)]),
    ["spare", server("spare-a")],
  ]),
  aws_lb_target_group_attachment: Object.fromEntries(
    servers.map((name) => [
      name,
      {
        target_group_arn: `\${aws_lb_target_group.${name.split("-")[0]}.arn}`,
        target_id: `\${aws_instance.${name}.id}`,
      },
    ]),
  ),
};

function server(name: string) {
  const settings = { serverName: name, port: 3000, healthPath: "/health", basePath: "/" };
  return {
    ami: "ami-0123456789abcdef0",
    instance_type: "t3.micro",
    subnet_id: `\${aws_subnet.${name.at(-1)}.id}`,
    private_ip: `10.0.${zones.indexOf(name.at(-1) as "a")}.${10 + servers.indexOf(name)}`,
    vpc_security_group_ids: ["${aws_security_group.servers.id}"],
    tags: { Name: name },
    user_data_base64: renderUserData({ ...settings, keepAliveSeconds: 65, drainSeconds: 10 }),
    ...declaredAt(`shop/${name}/instance`),
  };
}

const listeners: Parts = {
  aws_lb: {
    main: {
      name: "shop-alb",
      load_balancer_type: "application",
      subnets: zones.map((zone) => `\${aws_subnet.${zone}.id}`),
      security_groups: ["${aws_security_group.alb.id}"],
      ...declaredAt("shop/alb/load-balancer"),
    },
  },
  aws_lb_listener: {
    http: {
      load_balancer_arn: "${aws_lb.main.arn}",
      port: 80,
      protocol: "HTTP",
      default_action: [{ type: "forward", target_group_arn: "${aws_lb_target_group.web.arn}" }],
      ...declaredAt("shop/alb/http"),
    },
    office: {
      load_balancer_arn: "${aws_lb.main.arn}",
      port: 8080,
      protocol: "HTTP",
      default_action: [
        { type: "redirect", redirect: { status_code: "HTTP_302", host: "shop.#{host}", port: "80" } },
      ],
    },
    closed: {
      load_balancer_arn: "${aws_lb.main.arn}",
      port: 9090,
      protocol: "HTTP",
      default_action: [
        {
          type: "fixed-response",
          fixed_response: { status_code: "503", content_type: "text/plain", message_body: "closed" },
        },
      ],
    },
  },
  aws_lb_listener_rule: {
    images: rule(10, [path("/img/*")], "web"),
    api: {
      ...rule(20, [path("/api", "/api/*"), { http_request_method: { values: ["GET", "POST"] } }]),
      ...declaredAt("shop/api/rule"),
      action: [
        {
          type: "forward",
          forward: {
            target_group: [
              { arn: "${aws_lb_target_group.api.arn}", weight: 90 },
              { arn: "${aws_lb_target_group.canary.arn}", weight: 10 },
            ],
          },
        },
      ],
    },
    beta: rule(30, [{ http_header: { http_header_name: "X-Stage", values: ["beta"] } }], "canary"),
    empty: rule(40, [path("/empty")], "empty"),
    inside: rule(50, [{ source_ip: { values: ["10.0.0.0/8"] } }], "web"),
    late: rule(60, [path("/api/*")], "web"),
  },
};
