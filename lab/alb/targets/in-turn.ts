import type { CandidateSet } from "./candidates";
import type { PooledTarget, SelectableTarget } from "./pooled-target";
import { rampShare } from "./slow-start";

/** Keys of targets that this request has been refused by; undefined at its first attempt. */
export type Tried = ReadonlySet<string> | undefined;

/** The next one in sequence (S3). */
export function nextInTurn<T extends SelectableTarget>(
  set: CandidateSet<T>,
  tried: Tried,
): PooledTarget<T> | undefined {
  const { members } = set;
  for (let step = 0; step < members.length; step++) {
    const member = members[set.next];
    set.next = (set.next + 1) % members.length;
    if (member !== undefined && !tried?.has(member.key)) return member;
  }
  return undefined;
}

/**
 * The next one where some are in slow start. Everyone is owed its share at every turn, and the one that is owed most
 * gets the request; so requests for one target are spread over time, and with equal shares it is a plain sequence.
 */
export function nextByShare<T extends SelectableTarget>(
  set: CandidateSet<T>,
  tried: Tried,
  slowStartSeconds: number,
  nowMs: number,
): PooledTarget<T> | undefined {
  let chosen: PooledTarget<T> | undefined;
  let total = 0;
  let ramping = false;
  for (const member of set.members) {
    const share = rampShare(member.rampFromMs, slowStartSeconds, nowMs);
    if (share < 1) ramping = true;
    if (tried?.has(member.key)) continue;
    member.credit += share;
    total += share;
    if (chosen === undefined || member.credit > chosen.credit) chosen = member;
  }
  if (chosen !== undefined) chosen.credit -= total;
  if (!ramping) endRamps(set);
  return chosen;
}

function endRamps(set: CandidateSet): void {
  set.ramping = false;
  for (const member of set.members) {
    member.rampFromMs = undefined;
    member.credit = 0;
  }
}
