import { renderUserData } from "../../../userdata";
import { type Shape, shop } from "./shop";

const group = (name: string, more: object = {}) => ({
  name,
  port: 3000,
  protocol: "HTTP",
  vpc_id: "${aws_vpc.main.id}",
  health_check: { path: "/health", interval: 15, timeout: 5, matcher: "200" },
  ...more,
});
const forwardTo = (name: string) => [
  { type: "forward", target_group_arn: `\${aws_lb_target_group.${name}.arn}` },
];
const weighted = (stickiness: object = {}) => [
  {
    type: "forward",
    forward: {
      target_group: [
        { arn: "${aws_lb_target_group.web.arn}", weight: 90 },
        { arn: "${aws_lb_target_group.api.arn}", weight: 10 },
      ],
      ...stickiness,
    },
  },
];
const ingress = (port: number, more: object = { cidr_ipv4: "0.0.0.0/0" }) => ({
  security_group_id: "${aws_security_group.alb.id}",
  description: "clients",
  ip_protocol: "tcp",
  from_port: port,
  to_port: port,
  ...more,
});
const https = {
  load_balancer_arn: "${aws_lb.shop.arn}",
  port: 443,
  protocol: "HTTPS",
  ssl_policy: "ELBSecurityPolicy-TLS13-1-2-2021-06",
  certificate_arn: "arn:aws:acm:eu-west-1:111122223333:certificate/1",
  default_action: forwardTo("web"),
};
const toHttps = [{ type: "redirect", redirect: { port: "443", protocol: "HTTPS", status_code: "HTTP_301" } }];
const rule = (priority: number, condition: object[], action: object[] = forwardTo("api")) => ({
  listener_arn: "${aws_lb_listener.http.arn}",
  priority,
  condition,
  action,
});
const userData = renderUserData({
  serverName: "web",
  port: 3000,
  healthPath: "/health",
  basePath: "/",
  keepAliveSeconds: 75,
  drainSeconds: 10,
});

/** Shapes that serve, as changes to the shop. */
export const validShapes: Readonly<Record<string, Shape>> = {
  "the shop itself": {},
  "two groups by weight": { aws_lb_listener: { http: { default_action: weighted() } } },
  "two groups by weight, clients tied to one": {
    aws_lb_listener: {
      http: { default_action: weighted({ stickiness: { enabled: true, duration: 3600 } }) },
    },
    aws_lb_target_group: { web: { stickiness: { enabled: true, type: "lb_cookie" } } },
  },
  "clients tied to a server by its own cookie": {
    aws_lb_target_group: {
      web: { stickiness: { enabled: true, type: "app_cookie", cookie_name: "session", cookie_duration: 60 } },
    },
  },
  "slow start, short checks, a long drain": {
    aws_lb_target_group: {
      web: {
        slow_start: 30,
        deregistration_delay: 3600,
        health_check: { interval: 5, timeout: 2, healthy_threshold: 10, matcher: "200-299" },
      },
    },
  },
  "least outstanding requests, anomalies mitigated elsewhere": {
    aws_lb_target_group: {
      web: { load_balancing_algorithm_type: "least_outstanding_requests" },
      api: { load_balancing_algorithm_type: "weighted_random", load_balancing_anomaly_mitigation: "on" },
    },
  },
  "HTTPS, and HTTP that leads there": {
    aws_vpc_security_group_ingress_rule: { https: ingress(443) },
    aws_lb_listener: { https, http: { default_action: toHttps } },
    aws_lb_listener_rule: { api: { listener_arn: "${aws_lb_listener.https.arn}" } },
  },
  "IPv6 as well": {
    aws_vpc: { main: { assign_generated_ipv6_cidr_block: true } },
    aws_subnet: {
      a: { ipv6_cidr_block: "${cidrsubnet(aws_vpc.main.ipv6_cidr_block, 8, 0)}" },
      b: { ipv6_cidr_block: "${cidrsubnet(aws_vpc.main.ipv6_cidr_block, 8, 1)}" },
    },
    aws_route: {
      out6: {
        route_table_id: "${aws_route_table.public.id}",
        destination_ipv6_cidr_block: "::/0",
        gateway_id: "${aws_internet_gateway.main.id}",
      },
    },
    aws_vpc_security_group_ingress_rule: { http6: ingress(80, { cidr_ipv6: "::/0" }) },
    aws_lb: { shop: { ip_address_type: "dualstack" } },
  },
  "inside, in subnets without the internet": {
    aws_route: null,
    aws_vpc_security_group_ingress_rule: { http: { cidr_ipv4: "10.0.0.0/8" } },
    aws_lb: { shop: { internal: true } },
  },
  "two load balancers with groups of their own": {
    aws_lb: { inside: { ...shop().resource.aws_lb.shop, name: "inside", internal: true } },
    aws_lb_target_group: { inside: group("inside") },
    aws_lb_target_group_attachment: {
      inside: {
        target_group_arn: "${aws_lb_target_group.inside.arn}",
        target_id: "${aws_instance.web.id}",
        port: 3000,
      },
    },
    aws_lb_listener: {
      inside: {
        load_balancer_arn: "${aws_lb.inside.arn}",
        port: 80,
        protocol: "HTTP",
        default_action: forwardTo("inside"),
      },
    },
  },
  "an auto scaling group": {
    aws_lb_target_group_attachment: { web: null },
    aws_instance: { web: null },
    aws_launch_template: {
      web: {
        image_id: "ami-0123456789abcdef0",
        instance_type: "t3.micro",
        user_data: userData,
        vpc_security_group_ids: ["${aws_security_group.web.id}"],
      },
    },
    aws_autoscaling_group: {
      web: {
        min_size: 2,
        max_size: 4,
        desired_capacity: 2,
        health_check_type: "ELB",
        health_check_grace_period: 300,
        vpc_zone_identifier: ["${aws_subnet.a.id}", "${aws_subnet.b.id}"],
        target_group_arns: ["${aws_lb_target_group.web.arn}"],
        launch_template: { id: "${aws_launch_template.web.id}", version: "$Latest" },
        tag: [{ key: "Name", value: "web", propagate_at_launch: true }],
      },
    },
  },
  "a function": {
    aws_lb_target_group_attachment: { api: { target_id: "${aws_lambda_function.api.arn}", port: null } },
    aws_instance: { api: null },
    aws_lambda_function: { api: { function_name: "api", role: "arn:aws:iam::111122223333:role/api" } },
    aws_lb_target_group: {
      api: { target_type: "lambda", port: null, protocol: null, vpc_id: null, health_check: null },
    },
  },
  "addresses of containers": {
    aws_lb_target_group: { web: { target_type: "ip" } },
    aws_lb_target_group_attachment: { web: { target_id: "10.0.0.17", availability_zone: "eu-west-1a" } },
    aws_vpc_security_group_egress_rule: {
      containers: {
        security_group_id: "${aws_security_group.alb.id}",
        description: "containers",
        cidr_ipv4: "10.0.0.0/16",
        ip_protocol: "tcp",
        from_port: 3000,
        to_port: 3000,
      },
    },
  },
  "a service of containers": {
    aws_lb_target_group: { web: { target_type: "ip" } },
    aws_lb_target_group_attachment: { web: null },
    aws_instance: { web: null },
    aws_ecs_service: {
      web: {
        name: "web",
        network_configuration: {
          subnets: ["${aws_subnet.a.id}"],
          security_groups: ["${aws_security_group.web.id}"],
        },
        load_balancer: [
          { target_group_arn: "${aws_lb_target_group.web.arn}", container_name: "web", container_port: 3000 },
        ],
      },
    },
  },
  "every kind of condition": {
    aws_lb_listener_rule: {
      host: rule(20, [{ host_header: { values: ["*.shop.example.com", "shop.example.com"] } }]),
      header: rule(30, [{ http_header: { http_header_name: "X-Stage", values: ["beta*"] } }]),
      method: rule(40, [{ http_request_method: { values: ["POST", "PUT"] } }]),
      query: rule(50, [{ query_string: [{ key: "version", value: "2" }, { value: "beta" }] }]),
      source: rule(60, [{ source_ip: { values: ["192.0.2.0/24", "2001:db8::/32"] } }]),
      both: rule(
        5,
        [{ path_pattern: { values: ["/api/admin/*"] } }, { http_request_method: { values: ["DELETE"] } }],
        [{ type: "fixed-response", fixed_response: { content_type: "text/plain", status_code: "403" } }],
      ),
    },
  },
  "a page that moved": {
    aws_lb_listener_rule: {
      old: rule(
        5,
        [{ path_pattern: { values: ["/old/*"] } }],
        [{ type: "redirect", redirect: { path: "/new/", status_code: "HTTP_302" } }],
      ),
    },
  },
  "servers of this project behind ports that all agree": {
    aws_instance: { web: { user_data_base64: userData } },
  },
  "inline security rules": {
    aws_vpc_security_group_ingress_rule: null,
    aws_vpc_security_group_egress_rule: null,
    aws_security_group: {
      alb: {
        ingress: [
          { description: "clients", protocol: "tcp", from_port: 80, to_port: 80, cidr_blocks: ["0.0.0.0/0"] },
        ],
        egress: [
          {
            description: "servers",
            protocol: "tcp",
            from_port: 3000,
            to_port: 3000,
            cidr_blocks: ["10.0.0.0/16"],
          },
        ],
      },
      web: {
        ingress: [
          {
            description: "load balancer",
            protocol: "tcp",
            from_port: 3000,
            to_port: 3000,
            security_groups: ["${aws_security_group.alb.id}"],
          },
        ],
      },
    },
  },
  "a separate port for health checks": {
    aws_lb_target_group: { web: { health_check: { port: "8081" } } },
    aws_vpc_security_group_ingress_rule: {
      health: {
        security_group_id: "${aws_security_group.web.id}",
        description: "health checks",
        referenced_security_group_id: "${aws_security_group.alb.id}",
        ip_protocol: "tcp",
        from_port: 8081,
        to_port: 8081,
      },
    },
    aws_vpc_security_group_egress_rule: {
      health: {
        security_group_id: "${aws_security_group.alb.id}",
        description: "health checks",
        referenced_security_group_id: "${aws_security_group.web.id}",
        ip_protocol: "tcp",
        from_port: 8081,
        to_port: 8081,
      },
    },
  },
  "gRPC behind HTTPS": {
    aws_vpc_security_group_ingress_rule: { https: ingress(443) },
    aws_lb_listener: { https },
    aws_lb_listener_rule: { api: { listener_arn: "${aws_lb_listener.https.arn}" } },
    aws_lb_target_group: {
      api: { protocol_version: "GRPC", health_check: { path: "/AWS.ALB/healthcheck", matcher: "0-99" } },
    },
  },
  "values that nobody knows yet": {
    aws_lb: { shop: { name: "${var.name}", subnets: "${var.subnets}", security_groups: "${var.groups}" } },
    aws_lb_listener: { http: { port: "${var.port}" } },
    aws_lb_target_group: {
      web: { port: "${var.target_port}", health_check: { interval: "${var.interval}" } },
    },
  },
};
