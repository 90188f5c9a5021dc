import type { LbTargetGroupConfig } from "@cdktf/provider-aws/lib/lb-target-group";
import { isToken, type PropChecks, show } from "./prop-checks";

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
    /** May not be stricter than `dnsFailover` where both have a threshold. `count` cannot be `off`. */
    readonly unhealthyStateRouting?: HealthyTargetsThreshold;
  };
}

/** Reports values out of range and attributes that exclude each other. */
export function checkTargetGroupAttributes(check: PropChecks, given: TargetGroupAttributes): void {
  check.wholeNumber("deregistrationDelaySeconds", given.deregistrationDelaySeconds, {
    min: 0,
    max: 3600,
    id: "deregistration-delay-out-of-range",
  });
  check.wholeNumber("slowStartSeconds", given.slowStartSeconds, {
    min: 30,
    max: 900,
    or: 0,
    id: "slow-start-out-of-range",
  });
  const algorithms = ["round_robin", "least_outstanding_requests", "weighted_random"];
  check.oneOf("algorithm", given.algorithm, algorithms, "algorithm-unknown");
  const crossZone = ["true", "false", "use_load_balancer_configuration"];
  check.oneOf("crossZone", given.crossZone, crossZone, "cross-zone-unknown");
  checkStickiness(check, given.stickiness);
  checkCombinations(check, given);
  const { dnsFailover, unhealthyStateRouting } = given.targetGroupHealth ?? {};
  checkThreshold(check, "dnsFailover", dnsFailover);
  checkThreshold(check, "unhealthyStateRouting", unhealthyStateRouting);
  if (unhealthyStateRouting?.count === "off") {
    check.refuse(
      "target-group-health-count-off",
      'targetGroupHealth.unhealthyStateRouting.count must be 1 or more, got "off"; leave it out for 1',
    );
  }
  checkThresholdOrder(check, dnsFailover, unhealthyStateRouting);
}

function checkCombinations(check: PropChecks, given: TargetGroupAttributes): void {
  const algorithm = given.algorithm ?? "round_robin";
  const exclude = (wrong: boolean | undefined, id: string, message: string) =>
    wrong && check.refuse(id, message);
  exclude(
    Boolean(given.slowStartSeconds) && algorithm !== "round_robin",
    "slow-start-needs-round-robin",
    `slowStartSeconds must be 0 with algorithm ${algorithm}, got ${given.slowStartSeconds}; use round_robin or drop the slow start`,
  );
  exclude(
    given.anomalyMitigation === true && algorithm !== "weighted_random",
    "anomaly-mitigation-needs-weighted-random",
    `anomalyMitigation must be false with algorithm ${algorithm}, got true; use weighted_random`,
  );
  exclude(
    given.stickiness !== undefined && algorithm === "weighted_random",
    "stickiness-excludes-weighted-random",
    "stickiness must be absent with algorithm weighted_random; use another algorithm or drop the stickiness",
  );
  exclude(
    given.stickiness !== undefined && given.crossZone === "false",
    "stickiness-needs-cross-zone",
    'stickiness must be absent with crossZone "false"; drop one of the two',
  );
}

function checkStickiness(check: PropChecks, stickiness: TargetStickiness | undefined): void {
  if (!stickiness) return;
  check.oneOf("stickiness.type", stickiness.type, ["lb_cookie", "app_cookie"], "stickiness-type-unknown");
  check.wholeNumber("stickiness.durationSeconds", stickiness.durationSeconds, {
    min: 1,
    max: 604800,
    id: "stickiness-duration-out-of-range",
  });
  if (stickiness.type !== "app_cookie") return;
  check.matches(
    "stickiness.cookieName",
    stickiness.cookieName ?? "",
    /^(?!AWSALB)[!#$%&'*+.^_`|~0-9A-Za-z-]{1,256}$/,
    "a cookie name that does not start with AWSALB",
    "stickiness-cookie-name-refused",
    "give the name of the application's own cookie",
  );
}

function checkThreshold(
  check: PropChecks,
  name: string,
  threshold: HealthyTargetsThreshold | undefined,
): void {
  const prop = `targetGroupHealth.${name}`;
  if (threshold?.count !== "off") {
    check.wholeNumber(`${prop}.count`, threshold?.count, {
      min: 1,
      max: 1000,
      id: "target-group-health-count-out-of-range",
    });
  }
  if (threshold?.percentage !== "off") {
    const id = "target-group-health-percentage-out-of-range";
    check.wholeNumber(`${prop}.percentage`, threshold?.percentage, { min: 1, max: 100, id });
  }
}

function checkThresholdOrder(
  check: PropChecks,
  dns?: HealthyTargetsThreshold,
  routing?: HealthyTargetsThreshold,
): void {
  for (const unit of ["count", "percentage"] as const) {
    const [atDns, atRouting] = [dns?.[unit], routing?.[unit]];
    if (typeof atDns !== "number" || typeof atRouting !== "number") continue;
    if (isToken(atDns) || isToken(atRouting) || atDns >= atRouting) continue;
    check.refuse(
      "target-group-health-order",
      `targetGroupHealth.dnsFailover.${unit} must be at least unhealthyStateRouting.${unit}, ` +
        `got ${show(atDns)} and ${show(atRouting)}; raise the first or lower the second`,
    );
  }
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
