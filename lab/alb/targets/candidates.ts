import type { Settled, Threshold } from "../../topology";
import { failsOpen } from "../health";
import { isHealthy, isReachable, type PooledTarget, type SelectableTarget } from "./pooled-target";

/** The targets among which a node chooses, made anew whenever registrations or states change. */
export interface CandidateSet<T extends SelectableTarget = SelectableTarget> {
  readonly members: readonly PooledTarget<T>[];
  readonly byKey: ReadonlyMap<string, PooledTarget<T>>;
  /** Too few targets are healthy, so that all of them get requests (H70). */
  readonly failsOpen: boolean;
  /** Index of the member whose turn is next. */
  next: number;
  /** Some member may be in slow start, so that shares are unequal. */
  ramping: boolean;
}

/**
 * @param reached all targets that a node reaches, whatever their state
 * @param before the set that this one replaces: its turn goes on
 */
export function candidateSet<T extends SelectableTarget>(
  reached: readonly PooledTarget<T>[],
  routing: Settled<Threshold>,
  before: CandidateSet<T> | undefined,
): CandidateSet<T> {
  const reachable = reached.filter(isReachable);
  const healthy = reachable.filter(isHealthy);
  const open = failsOpen(routing, { healthy: healthy.length, registered: reachable.length });
  const members = open ? reachable : healthy;
  return {
    members,
    byKey: new Map(members.map((member) => [member.key, member])),
    failsOpen: open && members.length > 0,
    next: before === undefined ? 0 : turnAfter(before, members),
    ramping: !open && members.some(({ rampFromMs }) => rampFromMs !== undefined),
  };
}

/** Whose turn it is now: the first of those that were to come next and are still there. */
function turnAfter(before: CandidateSet, members: readonly PooledTarget[]): number {
  const indices = new Map(members.map(({ key }, index) => [key, index]));
  for (let step = 0; step < before.members.length; step++) {
    const key = before.members[(before.next + step) % before.members.length]?.key ?? "";
    const index = indices.get(key);
    if (index !== undefined) return index;
  }
  return 0;
}
