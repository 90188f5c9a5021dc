/** Something that must have moved before a moment of `performance.now()`. */
export interface Watched {
  /** Moved on by whoever watches; Infinity: never. */
  deadlineMs: number;
  /** Where it is among the watched; -1: nowhere. */
  place: number;
  expire(): void;
}

/** One coarse timer for all time limits: moving a deadline on costs an assignment, whatever the number of connections. */
export class Deadlines<T extends Watched = Watched> {
  /** In no order: the last one takes the place of one that goes. */
  readonly watched: T[] = [];
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly tickMs: number) {}

  add(one: T): void {
    one.place = this.watched.push(one) - 1;
    this.timer ??= setInterval(() => this.sweep(), this.tickMs).unref();
  }

  delete(one: T): void {
    const { watched } = this;
    const { place } = one;
    if (place === -1) return;
    one.place = -1;
    const last = watched.pop();
    if (last === undefined || last === one) return;
    watched[place] = last;
    last.place = place;
  }

  private sweep(): void {
    if (this.watched.length === 0) {
      clearInterval(this.timer);
      this.timer = undefined;
      return;
    }
    const nowMs = performance.now();
    for (const one of [...this.watched]) if (one.deadlineMs <= nowMs && one.place !== -1) one.expire();
  }
}

/** A twentieth of the shortest limit, between 2 ms and half a second. */
export function tickFor(limitsMs: readonly number[]): number {
  return Math.min(500, Math.max(2, Math.min(...limitsMs) / 20));
}
