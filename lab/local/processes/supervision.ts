/** How a target is doing. */
export type TargetState =
  /** Its packages are installed, or its process is there and not all of its ports are open yet. */
  | "starting"
  | "running"
  /** Asked to go, still draining. */
  | "stopping"
  | "stopped"
  /** It ended by itself; the next attempt waits. */
  | "backing-off"
  /** It cannot run here at all; only `start` tries again. */
  | "failed";

export interface Supervision {
  readonly state: TargetState;
  /** Crashes in a row, without a longer time of running between them. */
  readonly crashes: number;
  /** When it was last running, ms of a monotonic clock. */
  readonly runningSinceMs?: number;
  /** When the next attempt is due, while backing off. */
  readonly retryAtMs?: number;
  /** Why it crashed or failed; one line. */
  readonly reason?: string;
}

export interface BackOff {
  /** Wait after the first crash. Default 1000. */
  readonly firstMs: number;
  /** The wait doubles with every crash up to this. Default 30000. */
  readonly mostMs: number;
  /** After running this long, the next crash counts as the first one. Default 10000. */
  readonly forgetMs: number;
  /** False: a crash is final. Default true. */
  readonly restart: boolean;
}

export const BACK_OFF: BackOff = { firstMs: 1000, mostMs: 30_000, forgetMs: 10_000, restart: true };

export type SupervisionEvent =
  | { readonly kind: "launched" }
  | { readonly kind: "listening" }
  | { readonly kind: "stop-asked" }
  | { readonly kind: "exited"; readonly reason: string }
  | { readonly kind: "impossible"; readonly reason: string };

export const STOPPED: Supervision = { state: "stopped", crashes: 0 };

/** What follows when this happens at this time. An event that means nothing in a state changes nothing. */
export function supervise(
  before: Supervision,
  event: SupervisionEvent,
  nowMs: number,
  backOff: BackOff,
): Supervision {
  const { crashes } = before;
  switch (event.kind) {
    case "launched":
      return { state: "starting", crashes };
    case "listening":
      return before.state === "starting" ? { state: "running", crashes, runningSinceMs: nowMs } : before;
    case "stop-asked":
      if (before.state === "stopping") return before;
      return isAlive(before) ? { ...before, state: "stopping" } : STOPPED;
    case "exited":
      return before.state === "stopping" ? STOPPED : afterCrash(before, event.reason, nowMs, backOff);
    case "impossible":
      return before.state === "stopping" ? STOPPED : { state: "failed", crashes, reason: event.reason };
  }
}

/** Whether a process is there or on its way. */
export function isAlive({ state }: Supervision): boolean {
  return state === "starting" || state === "running" || state === "stopping";
}

function afterCrash(before: Supervision, reason: string, nowMs: number, backOff: BackOff): Supervision {
  if (!isAlive(before)) return before;
  const ranMs = before.runningSinceMs === undefined ? 0 : nowMs - before.runningSinceMs;
  const crashes = ranMs >= backOff.forgetMs ? 1 : before.crashes + 1;
  if (!backOff.restart) return { state: "failed", crashes, reason };
  const waitMs = Math.min(backOff.mostMs, backOff.firstMs * 2 ** (crashes - 1));
  return { state: "backing-off", crashes, retryAtMs: nowMs + waitMs, reason };
}
