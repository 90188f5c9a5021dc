import type { LbTargetGroupHealthCheck } from "@cdktf/provider-aws/lib/lb-target-group";
import type { PropChecks } from "../checks/prop-checks";
import { matching, oneOf, text, whole } from "../checks/prop-kinds";
import type { Shape } from "../checks/prop-shapes";
import { isToken, show } from "../checks/values";
import { literal } from "../terraform/literal";

/** HTTP version that the load balancer speaks to targets. */
export type ProtocolVersion = "HTTP1" | "HTTP2" | "GRPC";

/**
 * How the load balancer asks a target whether it is healthy. Every value is written into the plan, because
 * the defaults of the API, of the provider and of the console differ.
 *
 * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-health-checks.html
 */
export interface HealthCheckProps {
  /**
   * Path that is asked for with GET, 1 to 1024 characters, with an optional query.
   * @default "/health"; "/AWS.ALB/healthcheck" when the protocol version is GRPC
   */
  readonly path?: string;
  /**
   * Port that is asked: 1 to 65535, or `traffic-port` for the port on which the target is registered.
   * @default "traffic-port"
   */
  readonly port?: number | "traffic-port";
  /**
   * Protocol of the probe. Certificates of targets are not validated.
   * @default the target group's protocol
   */
  readonly protocol?: "HTTP" | "HTTPS";
  /**
   * Seconds between two probes of one target, 5 to 300. Each load balancer node probes on its own.
   * @default 30
   */
  readonly intervalSeconds?: number;
  /**
   * Seconds after which an unanswered probe has failed, 2 to 120, less than the interval.
   * @default 5
   */
  readonly timeoutSeconds?: number;
  /**
   * Successes in a row that make an unhealthy target healthy, 2 to 10. A new target needs only one.
   * @default 5
   */
  readonly healthyThreshold?: number;
  /**
   * Failures in a row that make a target unhealthy, 2 to 10.
   * @default 2
   */
  readonly unhealthyThreshold?: number;
  /**
   * Status codes that count as success: `200`, `200,204` or `200-299`, within 200-499; for GRPC within 0-99.
   * @default "200"; "12" when the protocol version is GRPC
   */
  readonly matcher?: string;
}

const threshold = whole(2, 10, "health-threshold-out-of-range");

/** What each value of a health check must be. */
export const HEALTH_CHECK: Shape<HealthCheckProps> = {
  path: matching(
    /^\/[\x21-\x7e]{0,1023}$/,
    'a path that starts with "/", at most 1024 visible characters and no spaces',
    "health-path-malformed",
    "give the path that the server answers, such as /health",
  ),
  port: whole(1, 65535, "health-port-out-of-range", "traffic-port"),
  protocol: oneOf(["HTTP", "HTTPS"], "health-protocol-unknown"),
  intervalSeconds: whole(5, 300, "health-interval-out-of-range"),
  timeoutSeconds: whole(2, 120, "health-timeout-out-of-range"),
  healthyThreshold: threshold,
  unhealthyThreshold: threshold,
  matcher: text,
};

/** A health check with every value filled in. */
export type HealthCheck = Required<HealthCheckProps>;

/** Fills in the defaults that {@link HealthCheckProps} documents. */
export function completeHealthCheck(
  given: HealthCheckProps = {},
  protocol: "HTTP" | "HTTPS",
  version: ProtocolVersion,
): HealthCheck {
  const grpc = version === "GRPC";
  return {
    path: given.path ?? (grpc ? "/AWS.ALB/healthcheck" : "/health"),
    port: given.port ?? "traffic-port",
    protocol: given.protocol ?? protocol,
    intervalSeconds: given.intervalSeconds ?? 30,
    timeoutSeconds: given.timeoutSeconds ?? 5,
    healthyThreshold: given.healthyThreshold ?? 5,
    unhealthyThreshold: given.unhealthyThreshold ?? 2,
    matcher: given.matcher ?? (grpc ? "12" : "200"),
  };
}

/** Reports values that contradict each other, and a matcher that can never pass. */
export function checkHealthCheck(check: PropChecks, health: HealthCheck, version: ProtocolVersion): void {
  checkTimeoutBelowInterval(check, health);
  checkMatcher(check, health.matcher, version);
}

function checkTimeoutBelowInterval(
  check: PropChecks,
  { timeoutSeconds, intervalSeconds }: HealthCheck,
): void {
  if (isToken(timeoutSeconds) || isToken(intervalSeconds) || timeoutSeconds < intervalSeconds) return;
  check.refuse(
    "health-timeout-not-below-interval",
    "healthCheck.timeoutSeconds must be less than intervalSeconds, " +
      `got ${timeoutSeconds} and ${intervalSeconds}; lower the timeout or raise the interval`,
  );
}

function checkMatcher(check: PropChecks, matcher: string, version: ProtocolVersion): void {
  if (isToken(matcher)) return;
  const [min, max] = version === "GRPC" ? [0, 99] : [200, 499];
  const wellFormed = /^\d{1,3}(-\d{1,3})?(,\d{1,3}(-\d{1,3})?)*$/.test(matcher);
  const ranges = wellFormed ? rangesOf(matcher) : [];
  const inside = ranges.flat().every((code) => code >= min && code <= max);
  const ordered = ranges.every(([from = 0, to = from]) => from <= to);
  if (wellFormed && inside && ordered) return;
  check.refuse(
    "health-matcher-malformed",
    `healthCheck.matcher must be codes within ${min}-${max} such as "${min}", "${min},${min + 2}" or ` +
      `"${min}-${max}", got ${show(matcher)}; list the codes that mean healthy`,
  );
}

/** True when a status code counts as success. */
export function matcherIncludes(matcher: string, code: number): boolean {
  return rangesOf(matcher).some(([from = 0, to = from]) => from <= code && code <= to);
}

function rangesOf(matcher: string): number[][] {
  return matcher.split(",").map((part) => part.split("-").map(Number));
}

/** The `health_check` block: all of its arguments, none left to a default. */
export function renderHealthCheck(health: HealthCheck): LbTargetGroupHealthCheck {
  return {
    enabled: true,
    path: literal(health.path),
    port: String(health.port),
    protocol: health.protocol,
    interval: health.intervalSeconds,
    timeout: health.timeoutSeconds,
    healthyThreshold: health.healthyThreshold,
    unhealthyThreshold: health.unhealthyThreshold,
    matcher: health.matcher,
  };
}
