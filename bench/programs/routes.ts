import { lintJson } from "../../lab/lint";

/** A hundred rules on one listener, a quarter each by path, host, wildcards, and headers with queries. */
const conditions = [
  (rule: number) => [{ path_pattern: { values: [`/service-${rule}`, `/service-${rule}/*`] } }],
  (rule: number) => [{ host_header: { values: [`service-${rule}.example.com`] } }],
  (rule: number) => [
    { host_header: { values: [`*.tenant-${rule}.example.com`] } },
    { path_pattern: { values: ["*/orders/*", "*.jpg"] } },
  ],
  (rule: number) => [
    { http_header: { http_header_name: "X-Tenant", values: [`tenant-${rule}`, `t${rule}-*`] } },
    { query_string: [{ key: "version", value: `${rule}.*` }] },
    { source_ip: { values: ["10.0.0.0/8"] } },
  ],
] as const;

function ruleOf(rule: number) {
  return {
    listener_arn: "${aws_lb_listener.http.arn}",
    priority: 100 + rule,
    condition: conditions[rule % conditions.length]?.(rule),
    action: [{ type: "forward", target_group_arn: `\${aws_lb_target_group.g${rule % 20}.arn}` }],
  };
}

const numbered = (count: number, prefix: string, make: (index: number) => object) =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`${prefix}${index}`, make(index)]));

const json = {
  resource: {
    aws_lb: { main: { name: "main", subnets: ["subnet-1", "subnet-2"], security_groups: ["sg-1"] } },
    aws_lb_listener: {
      http: {
        load_balancer_arn: "${aws_lb.main.arn}",
        port: 80,
        protocol: "HTTP",
        default_action: [{ type: "forward", target_group_arn: "${aws_lb_target_group.g0.arn}" }],
      },
    },
    aws_lb_listener_rule: numbered(100, "r", ruleOf),
    aws_lb_target_group: numbered(20, "g", (index) => ({
      name: `g${index}`,
      port: 3000,
      protocol: "HTTP",
      vpc_id: "vpc-1",
    })),
  },
};
const started = performance.now();
lintJson(json);
console.log(performance.now() - started);
