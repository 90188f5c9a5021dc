/** Connections of the load balancer to one target that wait for the next request. */
export class KeptConnections {
  /** When each was last used, the latest at the end, and by which run of the machine. */
  #idle: { readonly sinceMs: number; readonly run: number }[] = [];

  /** Takes the one that was used last, if there is one that neither side has closed. */
  take(nowMs: number, run: number, idleMs: number): boolean {
    const last = this.#idle.pop();
    if (last !== undefined && last.run === run && nowMs - last.sinceMs < idleMs) return true;
    this.#idle = [];
    return false;
  }

  keep(nowMs: number, run: number): void {
    this.#idle.push({ sinceMs: nowMs, run });
  }
}
