/** A target that has been deregistered. */
export interface Deregistration {
  readonly deregisteredAtMs: number;
  /** 0-3600, default 300 (S40). */
  readonly deregistrationDelaySeconds: number;
}

export interface Draining {
  /** Until the state changes from `draining` to `unused`: the whole delay, idle or not (S41). */
  readonly remainingMs: number;
  /** The delay is over. Requests that are still in progress end with a 502 now (S42). */
  readonly over: boolean;
  /** No work is left, so that the target itself can be stopped although its state may go on being `draining`. */
  readonly idle: boolean;
}

export function drainEndsAt({ deregisteredAtMs, deregistrationDelaySeconds }: Deregistration): number {
  return deregisteredAtMs + deregistrationDelaySeconds * 1000;
}

/** @param outstanding requests and WebSockets in progress on the target */
export function draining(deregistration: Deregistration, outstanding: number, nowMs: number): Draining {
  const remainingMs = Math.max(0, drainEndsAt(deregistration) - nowMs);
  return { remainingMs, over: remainingMs === 0, idle: outstanding === 0 || remainingMs === 0 };
}
