import type { PropChecks } from "../checks/prop-checks";
import { known, knownFlag, matching, oneOf, required, whole } from "../checks/prop-kinds";
import { objectOf, type Shape } from "../checks/prop-shapes";
import { isToken, show } from "../checks/values";
import type {
  HealthyTargetsThreshold,
  TargetGroupAttributes,
  TargetStickiness,
} from "./target-group-attributes";

const COOKIE_FIX = "give the name of the application's own cookie";

const STICKINESS: Shape<TargetStickiness> = {
  type: required(known(oneOf(["lb_cookie", "app_cookie"], "stickiness-type-unknown"))),
  durationSeconds: whole(1, 604800, "stickiness-duration-out-of-range"),
  cookieName: matching(
    /^(?!AWSALB)[!#$%&'*+.^_`|~0-9A-Za-z-]{1,256}$/,
    "a cookie name that does not start with AWSALB",
    "stickiness-cookie-name-refused",
    COOKIE_FIX,
  ),
};

const THRESHOLD: Shape<HealthyTargetsThreshold> = {
  count: whole(1, 1000, "target-group-health-count-out-of-range", "off"),
  percentage: whole(1, 100, "target-group-health-percentage-out-of-range", "off"),
};

const HEALTH: Shape<NonNullable<TargetGroupAttributes["targetGroupHealth"]>> = {
  dnsFailover: objectOf(THRESHOLD),
  unhealthyStateRouting: objectOf(THRESHOLD),
};

const ALGORITHMS = ["round_robin", "least_outstanding_requests", "weighted_random"];

/** What each attribute of a target group must be. */
export const TARGET_GROUP_ATTRIBUTES: Shape<TargetGroupAttributes> = {
  deregistrationDelaySeconds: whole(0, 3600, "deregistration-delay-out-of-range"),
  algorithm: oneOf(ALGORITHMS, "algorithm-unknown"),
  anomalyMitigation: knownFlag,
  crossZone: oneOf(["true", "false", "use_load_balancer_configuration"], "cross-zone-unknown"),
  slowStartSeconds: whole(30, 900, "slow-start-out-of-range", 0),
  stickiness: objectOf(STICKINESS),
  targetGroupHealth: objectOf(HEALTH),
};

/** Reports attributes that exclude each other. `given` holds the right values, `raw` all of them. */
export function checkTargetGroupAttributes(
  check: PropChecks,
  given: TargetGroupAttributes,
  raw: unknown,
): void {
  checkAlgorithm(check, given);
  checkStickiness(check, given, Object(Object(raw).stickiness));
  const { dnsFailover, unhealthyStateRouting } = given.targetGroupHealth ?? {};
  if (unhealthyStateRouting?.count === "off") {
    check.refuse(
      "target-group-health-count-off",
      'targetGroupHealth.unhealthyStateRouting.count must be 1 or more, got "off"; leave it out for 1',
    );
  }
  checkThresholdOrder(check, { count: 1, ...dnsFailover }, unhealthyStateRouting);
}

function checkAlgorithm(check: PropChecks, given: TargetGroupAttributes): void {
  const { algorithm = "round_robin", slowStartSeconds = 0 } = given;
  if (isToken(algorithm)) return;
  if (slowStartSeconds !== 0 && algorithm !== "round_robin") {
    const got = `got ${show(slowStartSeconds)}; use round_robin or drop the slow start`;
    check.refuse(
      "slow-start-needs-round-robin",
      `slowStartSeconds must be 0 with algorithm ${algorithm}, ${got}`,
    );
  }
  if (given.anomalyMitigation === true && algorithm !== "weighted_random") {
    const rule = `anomalyMitigation must be false with algorithm ${algorithm}, got true`;
    check.refuse("anomaly-mitigation-needs-weighted-random", `${rule}; use weighted_random`);
  }
}

function checkStickiness(
  check: PropChecks,
  { stickiness, algorithm, crossZone }: TargetGroupAttributes,
  raw: { readonly cookieName?: unknown },
): void {
  if (!stickiness) return;
  if (algorithm === "weighted_random") {
    const rule = "stickiness must be absent with algorithm weighted_random, got one";
    const fix = "use another algorithm or drop the stickiness";
    check.refuse("stickiness-excludes-weighted-random", `${rule}; ${fix}`);
  }
  if (crossZone === "false") {
    const rule = 'stickiness must be absent with crossZone "false", got one';
    check.refuse("stickiness-needs-cross-zone", `${rule}; drop one of the two`);
  }
  if (stickiness.type === "app_cookie" && raw.cookieName === undefined) {
    const rule = "stickiness.cookieName must be given with app_cookie, got nothing";
    check.refuse("stickiness-cookie-name-missing", `${rule}; ${COOKIE_FIX}`);
  }
  if (stickiness.type === "lb_cookie" && raw.cookieName !== undefined) {
    const rule = `stickiness.cookieName must be absent with lb_cookie, got ${show(raw.cookieName)}`;
    check.refuse("stickiness-cookie-name-unused", `${rule}; drop it or use app_cookie`);
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
