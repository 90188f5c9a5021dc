import type { GroupAttributes } from "./pool";
import type { PooledTarget, SelectableTarget } from "./pooled-target";

/** Of a full share, what a target gets at the very start; from zero it would not be seen at all. */
const firstShare = 0.01;

/**
 * Share of a target in slow start, of a full share of 1: it rises in a straight line over the duration (S7; AWS does
 * not publish the curve).
 */
export function rampShare(rampFromMs: number | undefined, slowStartSeconds: number, nowMs: number): number {
  if (rampFromMs === undefined || slowStartSeconds <= 0) return 1;
  const share = (nowMs - rampFromMs) / (slowStartSeconds * 1000);
  return Math.min(1, Math.max(firstShare, share));
}

/** Slow start goes with round robin only (S5). */
export function rampsAtAll({ slowStartSeconds, algorithm }: GroupAttributes): boolean {
  return slowStartSeconds > 0 && algorithm === "round_robin";
}

/** Whether a target stays healthy that is not in slow start: only then does another one ramp beside it (S8). */
export function hasSteadyTarget<T extends SelectableTarget>(
  before: ReadonlyMap<string, PooledTarget<T>>,
  targets: readonly T[],
  { slowStartSeconds }: GroupAttributes,
  nowMs: number,
): boolean {
  return targets.some(({ key, state }) => {
    const member = before.get(key);
    return (
      state === "healthy" &&
      member?.target.state === "healthy" &&
      rampShare(member.rampFromMs, slowStartSeconds, nowMs) === 1
    );
  });
}
