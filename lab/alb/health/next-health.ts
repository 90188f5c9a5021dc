import type { ProbeVerdict } from "./probe-verdict";
import { type Circumstances, obstacle, restart, type Standing, type TargetHealth } from "./target-health";

export type HealthEvent =
  | { readonly kind: "registered" }
  | { readonly kind: "deregistered" }
  /** The deregistration delay is over (S41). */
  | { readonly kind: "delay-elapsed" }
  /** The first probe is on its way. */
  | { readonly kind: "probing" }
  | { readonly kind: "probed"; readonly verdict: ProbeVerdict }
  /** What decides whether the target is probed: its group, its zone, its instance, the group's health checks. */
  | { readonly kind: "circumstances"; readonly change: CircumstancesChange };

export type CircumstancesChange = Partial<Omit<Circumstances, "registered" | "draining">>;

/** Probes in a row that change a state: 2-10 each (H6, H7). */
export interface HealthThresholds {
  readonly healthyThreshold: number;
  readonly unhealthyThreshold: number;
}

/**
 * The health of a target after an event. What does not apply, such as the late probe of a target that is draining by
 * now, changes nothing; then the very same object comes back.
 */
export function nextHealth(
  health: TargetHealth,
  event: HealthEvent,
  thresholds: HealthThresholds,
): TargetHealth {
  switch (event.kind) {
    case "registered":
      return underCircumstances(health, { registered: true, draining: false });
    case "deregistered":
      return health.circumstances.registered ? underCircumstances(health, { draining: true }) : health;
    case "delay-elapsed":
      return health.circumstances.draining
        ? underCircumstances(health, { registered: false, draining: false })
        : health;
    case "circumstances":
      return underCircumstances(health, event.change);
    case "probing":
      return health.reason === "Elb.RegistrationInProgress" ? { ...health, ...checking } : health;
    case "probed":
      return obstacle(health.circumstances) === undefined
        ? probed(health, event.verdict, thresholds)
        : health;
  }
}

const checking: Standing = {
  state: "initial",
  reason: "Elb.InitialHealthChecking",
  description: "Initial health checks in progress",
};

function underCircumstances(health: TargetHealth, change: Partial<Circumstances>): TargetHealth {
  const known = health.circumstances;
  const circumstances = { ...known, ...change };
  const keys = Object.keys(known) as (keyof Circumstances)[];
  return keys.every((key) => known[key] === circumstances[key]) ? health : restart(circumstances);
}

function probed(health: TargetHealth, verdict: ProbeVerdict, thresholds: HealthThresholds): TargetHealth {
  if (verdict.passed) return passed(health, thresholds);
  return verdict.reason === "Elb.InternalError"
    ? notJudged(health, verdict)
    : failed(health, verdict, thresholds);
}

/** One success is enough until a target has been unhealthy, whatever the threshold is (H32). */
function passed(health: TargetHealth, { healthyThreshold }: HealthThresholds): TargetHealth {
  if (health.state === "healthy") return health.failures === 0 ? health : { ...health, failures: 0 };
  const successes = health.successes + 1;
  if (health.state === "unhealthy" && successes < healthyThreshold)
    return { ...health, successes, failures: 0 };
  return { state: "healthy", successes: 0, failures: 0, circumstances: health.circumstances };
}

function failed(
  health: TargetHealth,
  { reason, description }: ProbeVerdict & { passed: false },
  { unhealthyThreshold }: HealthThresholds,
): TargetHealth {
  const counted = { ...health, successes: 0, failures: health.failures + 1 };
  if (health.state === "unhealthy" || counted.failures >= unhealthyThreshold)
    return { ...counted, state: "unhealthy", reason, description };
  return health.reason === "Elb.RegistrationInProgress" ? { ...counted, ...checking } : counted;
}

/**
 * A probe that the load balancer could not make says nothing about the target. AWS shows such a target as unhealthy or
 * as unavailable (H55): here what was unhealthy stays so, and everything else becomes unavailable (H38) until the next
 * probes decide, as for a new target.
 */
function notJudged(
  health: TargetHealth,
  { reason, description }: ProbeVerdict & { passed: false },
): TargetHealth {
  const state = health.state === "unhealthy" ? "unhealthy" : "unavailable";
  return { state, reason, description, successes: 0, failures: 0, circumstances: health.circumstances };
}
