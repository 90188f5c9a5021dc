import { inspectPool } from "./anomalies";
import { nextByShare, nextInTurn, type Tried } from "./in-turn";
import { leastOutstanding } from "./least-outstanding";
import { candidatesOf, type TargetPool } from "./pool";
import type { PooledTarget, SelectableTarget } from "./pooled-target";
import { weightedRandom } from "./weighted-random";

export interface SelectionContext {
  readonly nowMs: number;
  /** 0 up to, but not including, 1; asked for by `weighted_random` only. */
  readonly random: () => number;
  /** Zone of the node that took the request; absent: all zones are reached. */
  readonly zone?: string;
  /** Key of the target that the client is tied to (`stickyTarget`). */
  readonly sticky?: string;
  readonly tried?: Tried;
}

/**
 * The target of a request; call `requestStarted` with it once the request goes there.
 *
 * @returns undefined when nothing is left to choose: at the first attempt the load balancer answers 503 (E503)
 */
export function selectTarget<T extends SelectableTarget>(
  pool: TargetPool<T>,
  context: SelectionContext,
): PooledTarget<T> | undefined {
  const { nowMs, sticky, tried } = context;
  if (nowMs >= pool.inspectAtMs) inspectPool(pool, nowMs);
  const set = candidatesOf(pool, context.zone);
  if (sticky !== undefined && !tried?.has(sticky)) {
    const tied = set.byKey.get(sticky);
    if (tied !== undefined) return tied;
  }
  switch (pool.attributes.algorithm) {
    case "least_outstanding_requests":
      return leastOutstanding(set, tried);
    case "weighted_random":
      return weightedRandom(set, tried, context.random());
    default:
      return set.ramping
        ? nextByShare(set, tried, pool.attributes.slowStartSeconds, nowMs)
        : nextInTurn(set, tried);
  }
}
