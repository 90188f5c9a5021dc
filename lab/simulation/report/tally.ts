import type { Standing } from "../../alb";
import type { StateChange } from "./report";

/** What happens in a run, noted while it happens. */
export class Tally {
  /** Of every request, in the order in which they were asked. */
  readonly askedAtMs: number[] = [];
  readonly statuses: number[] = [];
  /** Answers of each target by the second in which they were asked for. */
  readonly answers = new Map<string, number[]>();
  readonly states = new Map<string, StateChange[]>();
  inFlight = 0;

  /** Returns what `end` is to be called with. */
  ask(nowMs: number): number {
    this.inFlight += 1;
    this.askedAtMs.push(nowMs);
    return this.statuses.push(0) - 1;
  }

  /** @param target key of the one that answered; undefined: the load balancer did */
  end(request: number, status: number, target: string | undefined): void {
    this.inFlight -= 1;
    this.statuses[request] = status;
    if (target === undefined) return;
    const second = Math.floor((this.askedAtMs[request] ?? 0) / 1000);
    const counts = listIn(this.answers, target);
    while (counts.length <= second) counts.push(0);
    counts[second] = (counts[second] ?? 0) + 1;
  }

  /** @param target key of the one that AWS would show so from now on */
  noteState(target: string, { state, reason, description }: Standing, nowMs: number): void {
    listIn(this.states, target).push({
      atMs: nowMs,
      state,
      ...(reason !== undefined && { reason }),
      ...(description !== undefined && { description }),
    });
  }
}

function listIn<T>(lists: Map<string, T[]>, key: string): T[] {
  let list = lists.get(key);
  if (list === undefined) {
    list = [];
    lists.set(key, list);
  }
  return list;
}
