/** Terraform types of each kind of element; a data source has the type of what it looks up. */
export const kinds = {
  "load balancer": ["aws_lb", "aws_alb"],
  listener: ["aws_lb_listener", "aws_alb_listener"],
  rule: ["aws_lb_listener_rule", "aws_alb_listener_rule"],
  "listener certificate": ["aws_lb_listener_certificate", "aws_alb_listener_certificate"],
  certificate: ["aws_acm_certificate"],
  "target group": ["aws_lb_target_group", "aws_alb_target_group"],
  attachment: ["aws_lb_target_group_attachment", "aws_alb_target_group_attachment"],
  instance: ["aws_instance", "aws_spot_instance_request"],
  "auto scaling group": ["aws_autoscaling_group"],
  "auto scaling attachment": ["aws_autoscaling_attachment", "aws_autoscaling_traffic_source_attachment"],
  "launch template": ["aws_launch_template"],
  "launch configuration": ["aws_launch_configuration"],
  "network interface": ["aws_network_interface"],
  "container service": ["aws_ecs_service"],
  "security group attachment": ["aws_network_interface_sg_attachment"],
  "security group": ["aws_security_group", "aws_default_security_group"],
  "security group rule": [
    "aws_security_group_rule",
    "aws_vpc_security_group_ingress_rule",
    "aws_vpc_security_group_egress_rule",
  ],
  vpc: ["aws_vpc", "aws_default_vpc"],
  subnet: ["aws_subnet", "aws_default_subnet"],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type Kind = keyof typeof kinds;

const kindByType: ReadonlyMap<string, Kind> = new Map(
  Object.entries(kinds).flatMap(([kind, types]) => types.map((type) => [type, kind as Kind] as const)),
);

/** Kinds that describe something else only; a data source of theirs declares nothing. */
const declaring: ReadonlySet<Kind> = new Set<Kind>([
  "rule",
  "listener certificate",
  "attachment",
  "auto scaling attachment",
  "security group rule",
  "security group attachment",
  "container service",
]);

/** `undefined`: no part of the model stands for it. */
export function kindOf(resource: { readonly type: string; readonly mode: string }): Kind | undefined {
  const kind = kindByType.get(resource.type);
  return kind !== undefined && resource.mode === "data" && declaring.has(kind) ? undefined : kind;
}
