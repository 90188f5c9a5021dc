import type { CandidateSet } from "./candidates";
import type { Tried } from "./in-turn";
import type { PooledTarget, SelectableTarget } from "./pooled-target";

/** The one with the fewest requests in progress (S3); among equals they take turns, as AWS does not say. */
export function leastOutstanding<T extends SelectableTarget>(
  set: CandidateSet<T>,
  tried: Tried,
): PooledTarget<T> | undefined {
  const { members, next } = set;
  let chosen: PooledTarget<T> | undefined;
  for (let step = 0; step < members.length; step++) {
    const index = (next + step) % members.length;
    const member = members[index];
    if (member === undefined || tried?.has(member.key)) continue;
    if (chosen !== undefined && member.outstanding >= chosen.outstanding) continue;
    chosen = member;
    set.next = (index + 1) % members.length;
    if (member.outstanding === 0) break;
  }
  return chosen;
}
