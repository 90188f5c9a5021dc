import type { CandidateSet } from "./candidates";
import type { Tried } from "./in-turn";
import type { PooledTarget, SelectableTarget } from "./pooled-target";

/**
 * One at random: with even odds, or with less for anomalous targets while they are mitigated (S3, S6).
 *
 * @param draw 0 up to, but not including, 1
 */
export function weightedRandom<T extends SelectableTarget>(
  { members }: CandidateSet<T>,
  tried: Tried,
  draw: number,
): PooledTarget<T> | undefined {
  let total = 0;
  for (const member of members) if (!tried?.has(member.key)) total += member.weight;
  let rest = draw * total;
  let last: PooledTarget<T> | undefined;
  for (const member of members) {
    if (tried?.has(member.key)) continue;
    last = member;
    rest -= member.weight;
    if (rest < 0) break;
  }
  return last;
}
