/** Requests that failed, one not more than a second after the other. Times are those at which they were asked. */
export interface FailureWindow {
  /** Milliseconds of the run at which the first of them was asked. */
  readonly fromMs: number;
  /** The same of the last; a request in between may have succeeded. */
  readonly toMs: number;
  readonly count: number;
  /** How many by status. */
  readonly statuses: Readonly<Record<string, number>>;
}

/** Requests of a run, in the order in which they were asked. */
export interface Results {
  readonly askedAtMs: readonly number[];
  readonly statuses: readonly number[];
}

const gapMs = 1000;

/** Of load balancer or target: 5xx. What is refused to a client, such as a 404, is an answer. */
export function isFailure(status: number): boolean {
  return status >= 500;
}

export function failureWindows({ askedAtMs, statuses }: Results): readonly FailureWindow[] {
  const windows: { fromMs: number; toMs: number; count: number; statuses: Record<string, number> }[] = [];
  for (const [request, status] of statuses.entries()) {
    if (!isFailure(status)) continue;
    const atMs = askedAtMs[request] ?? 0;
    let window = windows.at(-1);
    if (window === undefined || atMs - window.toMs > gapMs) {
      window = { fromMs: atMs, toMs: atMs, count: 0, statuses: {} };
      windows.push(window);
    }
    window.toMs = atMs;
    window.count += 1;
    window.statuses[status] = (window.statuses[status] ?? 0) + 1;
  }
  return windows;
}

/** The longest time from a request that failed to the next that did not, or to the end. */
export function longestOutageMs({ askedAtMs, statuses }: Results, endMs: number): number {
  let [longestMs, fromMs] = [0, Number.NaN];
  for (const [request, status] of statuses.entries()) {
    const atMs = askedAtMs[request] ?? 0;
    if (!isFailure(status)) {
      if (atMs - fromMs > longestMs) longestMs = atMs - fromMs;
      fromMs = Number.NaN;
    } else if (Number.isNaN(fromMs)) fromMs = atMs;
  }
  return endMs - fromMs > longestMs ? endMs - fromMs : longestMs;
}

export function countStatuses(statuses: readonly number[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const status of statuses) counts[status] = (counts[status] ?? 0) + 1;
  return counts;
}
