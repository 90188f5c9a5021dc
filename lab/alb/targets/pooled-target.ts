import type { HealthState } from "../health";

/** What selection has to know of a registered or draining target; whatever else it carries comes back with it. */
export interface SelectableTarget {
  /** Identity in its group, such as `i-1:3000`. */
  readonly key: string;
  /** Availability Zone; absent, or `all`, for a target that the nodes of every zone reach. */
  readonly zone?: string;
  readonly state: HealthState;
}

/** A target and what its group has counted about it. Changed in place, by the functions of this folder only. */
export interface PooledTarget<T extends SelectableTarget = SelectableTarget> {
  readonly key: string;
  /** As handed in last. */
  target: T;
  /** Requests in progress; a WebSocket is one for its life (S4). */
  outstanding: number;
  /** Since when its share rises in slow start; undefined while it gets its full share. */
  rampFromMs: number | undefined;
  /** Registered while no target of its group was healthy, and not healthy since: it will not ramp (S8). */
  pioneer: boolean;
  /** What it is owed where shares are unequal. */
  credit: number;
  /** Answers since anomalies were last looked for, and those of them that were a 5xx or no answer at all (S6). */
  answered: number;
  failed: number;
  anomalous: boolean;
  /** What anomaly mitigation leaves of its share: 1 is all of it. */
  weight: number;
}

export function poolTarget<T extends SelectableTarget>(target: T, pioneer: boolean): PooledTarget<T> {
  return {
    key: target.key,
    target,
    outstanding: 0,
    rampFromMs: undefined,
    pioneer,
    credit: 0,
    answered: 0,
    failed: 0,
    anomalous: false,
    weight: 1,
  };
}

export function isHealthy({ target }: PooledTarget): boolean {
  return target.state === "healthy";
}

/** Whether requests can go to it at all, be it because its group fails open: draining and unused targets get none. */
export function isReachable({ target }: PooledTarget): boolean {
  return target.state !== "draining" && target.state !== "unused";
}

/** To be called for every request and WebSocket that goes to a target. */
export function requestStarted(member: PooledTarget): void {
  member.outstanding += 1;
}

/**
 * To be called exactly once for each of those when it is over.
 *
 * @param failed whether the target answered with a 5xx, refused the connection or broke it off; undefined when the
 *   end says nothing about the target, as when the client left first
 */
export function requestEnded(member: PooledTarget, failed: boolean | undefined): void {
  member.outstanding -= 1;
  if (failed === undefined) return;
  member.answered += 1;
  if (failed) member.failed += 1;
}
