import type { HealthThresholds } from "./next-health";
import type { TargetHealth } from "./target-health";

export interface ProbeTiming extends HealthThresholds {
  readonly intervalSeconds: number;
  readonly timeoutSeconds: number;
}

/**
 * When the next probe of a target is due: the first one at `firstAtMs`, then one per interval, however long answers
 * take (H14). Always later than `nowMs`, so asking when a probe has ended skips what was due while it ran, and probes
 * of one target never overlap.
 */
export function nextProbeAt(firstAtMs: number, intervalSeconds: number, nowMs: number): number {
  if (nowMs < firstAtMs) return firstAtMs;
  const intervalMs = intervalSeconds * 1000;
  return firstAtMs + (Math.floor((nowMs - firstAtMs) / intervalMs) + 1) * intervalMs;
}

/**
 * When a target gets `healthy` if every probe from the next one on succeeds at once.
 *
 * @returns undefined when it is healthy already or not probed
 */
export function earliestHealthyAt(
  health: TargetHealth,
  timing: ProbeTiming,
  nextProbeAtMs: number,
): number | undefined {
  if (health.state === "healthy" || !isProbed(health)) return undefined;
  const missing = health.state === "unhealthy" ? timing.healthyThreshold - health.successes : 1;
  return nextProbeAtMs + (missing - 1) * timing.intervalSeconds * 1000;
}

/**
 * When a target that is dead by now gets `unhealthy`, and with it no more requests as long as its group does not fail
 * open.
 *
 * @param silent whether its probes get no answer, so that each fails by its timeout; else they fail at once
 * @returns undefined when it is unhealthy already or not probed
 */
export function earliestUnhealthyAt(
  health: TargetHealth,
  timing: ProbeTiming,
  nextProbeAtMs: number,
  silent: boolean,
): number | undefined {
  if (health.state === "unhealthy" || !isProbed(health)) return undefined;
  const missing = timing.unhealthyThreshold - health.failures;
  const lastProbeAt = nextProbeAtMs + (missing - 1) * timing.intervalSeconds * 1000;
  return silent ? lastProbeAt + timing.timeoutSeconds * 1000 : lastProbeAt;
}

/** The longest time that a healthy target which has just died gets requests: it died right after a probe. */
export function longestUnnoticedMs(timing: ProbeTiming): number {
  return (timing.unhealthyThreshold * timing.intervalSeconds + timing.timeoutSeconds) * 1000;
}

/** A target that may be probed: every other one is unused, draining or without health checks. */
export function isProbed(health: TargetHealth): boolean {
  const { state, reason } = health;
  return state !== "unused" && state !== "draining" && reason !== "Target.HealthCheckDisabled";
}
