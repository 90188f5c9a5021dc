import type { LbTargetGroupConfig } from "@cdktf/provider-aws/lib/lb-target-group";

/** Keeps a client on one target, by a cookie of the load balancer or of the application. */
export type TargetStickiness =
  | {
      readonly type: "lb_cookie";
      /** Seconds, 1 to 604800. @default 86400 */
      readonly durationSeconds?: number;
    }
  | {
      readonly type: "app_cookie";
      /** The application's cookie. May not start with AWSALB, AWSALBAPP or AWSALBTG. */
      readonly cookieName: string;
      /** Seconds, 1 to 604800. @default 86400 */
      readonly durationSeconds?: number;
    };

/** Thresholds below which an action is taken; it fires when either is breached. */
export interface HealthyTargetsThreshold {
  /** Least number of healthy targets: 1 or more, or `off` (DNS failover only). @default 1 */
  readonly count?: number | "off";
  /** Least share of healthy targets in percent: 1 to 100, or `off`. @default "off" */
  readonly percentage?: number | "off";
}

/**
 * Attributes of a target group that AWS lets one change at any time.
 *
 * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/application/edit-target-group-attributes.html
 */
export interface TargetGroupAttributes {
  /**
   * How long a deregistered target may finish its requests: 0 to 3600 seconds. Requests that are still running
   * then end with 502.
   * @default 30
   */
  readonly deregistrationDelaySeconds?: number;
  /**
   * How a target is picked for a request.
   * @default "round_robin"
   */
  readonly algorithm?: "round_robin" | "least_outstanding_requests" | "weighted_random";
  /**
   * Sends less to targets that answer with errors. Only with `weighted_random`.
   * @default false
   */
  readonly anomalyMitigation?: boolean;
  /**
   * Whether a load balancer node uses the targets of other zones too. Off excludes stickiness.
   * @default "use_load_balancer_configuration"
   */
  readonly crossZone?: "true" | "false" | "use_load_balancer_configuration";
  /**
   * Seconds over which a newly healthy target's share rises: 30 to 900, or 0 for off. Only with `round_robin`.
   * @default 0
   */
  readonly slowStartSeconds?: number;
  /** @default no stickiness */
  readonly stickiness?: TargetStickiness;
  /** When a zone leaves DNS, and when requests go to all targets, healthy or not. */
  readonly targetGroupHealth?: {
    readonly dnsFailover?: HealthyTargetsThreshold;
    /** May not be stricter than `dnsFailover`, its default count included. `count` cannot be `off`. */
    readonly unhealthyStateRouting?: HealthyTargetsThreshold;
  };
}

/** The attributes as arguments of `aws_lb_target_group`, defaults written out. */
export function renderTargetGroupAttributes(given: TargetGroupAttributes): Partial<LbTargetGroupConfig> {
  const { dnsFailover, unhealthyStateRouting } = given.targetGroupHealth ?? {};
  return {
    deregistrationDelay: String(given.deregistrationDelaySeconds ?? 30),
    loadBalancingAlgorithmType: given.algorithm ?? "round_robin",
    loadBalancingAnomalyMitigation: given.anomalyMitigation ? "on" : "off",
    loadBalancingCrossZoneEnabled: given.crossZone ?? "use_load_balancer_configuration",
    slowStart: given.slowStartSeconds ?? 0,
    stickiness: renderStickiness(given.stickiness),
    targetGroupHealth: given.targetGroupHealth && {
      dnsFailover: {
        minimumHealthyTargetsCount: String(dnsFailover?.count ?? 1),
        minimumHealthyTargetsPercentage: String(dnsFailover?.percentage ?? "off"),
      },
      unhealthyStateRouting: {
        minimumHealthyTargetsCount: (unhealthyStateRouting?.count as number | undefined) ?? 1,
        minimumHealthyTargetsPercentage: String(unhealthyStateRouting?.percentage ?? "off"),
      },
    },
  };
}

/** The block always says `enabled`, because the provider turns stickiness on where the block says nothing. */
function renderStickiness(stickiness: TargetStickiness | undefined): LbTargetGroupConfig["stickiness"] {
  if (!stickiness) return { enabled: false, type: "lb_cookie", cookieDuration: 86400 };
  return {
    enabled: true,
    type: stickiness.type,
    cookieDuration: stickiness.durationSeconds ?? 86400,
    cookieName: stickiness.type === "app_cookie" ? stickiness.cookieName : undefined,
  };
}
