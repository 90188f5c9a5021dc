/** Something that must have moved before a moment of `performance.now()`. */
export interface Watched {
  /** Moved on by whoever watches; Infinity: never. */
  deadlineMs: number;
  expire(): void;
}

/** One coarse timer for all time limits: moving a deadline on costs an assignment, whatever the number of connections. */
export class Deadlines<T extends Watched = Watched> {
  readonly watched = new Set<T>();
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly tickMs: number) {}

  add(one: T): void {
    this.watched.add(one);
    this.timer ??= setInterval(() => this.sweep(), this.tickMs).unref();
  }

  delete(one: T): void {
    this.watched.delete(one);
  }

  private sweep(): void {
    if (this.watched.size === 0) {
      clearInterval(this.timer);
      this.timer = undefined;
      return;
    }
    const nowMs = performance.now();
    for (const one of this.watched) if (one.deadlineMs <= nowMs) one.expire();
  }
}

/** A twentieth of the shortest limit, between 2 ms and half a second. */
export function tickFor(limitsMs: readonly number[]): number {
  return Math.min(500, Math.max(2, Math.min(...limitsMs) / 20));
}
