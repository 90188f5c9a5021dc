import type { Element, Knowable, Link } from "../known";

/** `aws_lb_target_group` or `aws_alb_target_group`, with the defaults that AWS or the provider would fill in. */
export interface TargetGroup extends Element {
  readonly name: Knowable<string>;
  /** `instance` (default), `ip`, `lambda` or `alb`. */
  readonly targetType: Knowable<string>;
  /** Port of targets that are registered without one; absent for lambda. */
  readonly port?: Knowable<number>;
  /** `HTTP` or `HTTPS`; absent for lambda. */
  readonly protocol?: Knowable<string>;
  /** `HTTP1` (default), `HTTP2` or `GRPC`. */
  readonly protocolVersion: Knowable<string>;
  readonly vpc?: Link;
  readonly healthCheck: HealthCheck;
  readonly attributes: TargetGroupAttributes;
}

/** What is in effect: block absent and block present have different defaults (TF28, TF29, TF36). */
export interface HealthCheck {
  readonly enabled: Knowable<boolean>;
  readonly protocol: Knowable<string>;
  readonly port: Knowable<number | "traffic-port">;
  readonly path: Knowable<string>;
  readonly intervalSeconds: Knowable<number>;
  readonly timeoutSeconds: Knowable<number>;
  readonly healthyThreshold: Knowable<number>;
  readonly unhealthyThreshold: Knowable<number>;
  /** Success codes, such as `200`, `200,202` or `200-299`. */
  readonly matcher: Knowable<string>;
}

export interface TargetGroupAttributes {
  readonly deregistrationDelaySeconds: Knowable<number>;
  /** 0: off. */
  readonly slowStartSeconds: Knowable<number>;
  /** `round_robin` (default), `least_outstanding_requests` or `weighted_random`. */
  readonly algorithm: Knowable<string>;
  /** `on` or `off` (default). */
  readonly anomalyMitigation: Knowable<string>;
  /** `true`, `false` or `use_load_balancer_configuration` (default). */
  readonly crossZone: Knowable<string>;
  readonly stickiness: Stickiness;
  readonly dnsFailover: Threshold;
  readonly unhealthyStateRouting: Threshold;
  readonly lambdaMultiValueHeaders: Knowable<boolean>;
}

export interface Stickiness {
  readonly enabled: Knowable<boolean>;
  /** `lb_cookie` (default) or `app_cookie`. */
  readonly type: Knowable<string>;
  readonly durationSeconds: Knowable<number>;
  /** Name of the application's cookie. */
  readonly cookieName?: Knowable<string>;
}

/** Fewer healthy targets than this, and the action fires (H73). */
export interface Threshold {
  readonly count: Knowable<number | "off">;
  readonly percentage: Knowable<number | "off">;
}

/** A registered target: `aws_lb_target_group_attachment` (or its alias), or an auto scaling group's attachment. */
export interface Registration extends Element {
  readonly group: Link;
  /** An instance, a lambda function, a load balancer, an auto scaling group; external: an IP address, id or ARN. */
  readonly target: Link;
  /** Port of this registration, the group's where it has none of its own; absent for lambda. */
  readonly port?: Knowable<number>;
  readonly availabilityZone?: Knowable<string>;
}
