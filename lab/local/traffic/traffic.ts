import { Latest } from "./latest";

/** One request that is over, as the dashboard shows it. */
export interface FinishedRequest {
  readonly id: number;
  /** Milliseconds since 1970. */
  readonly atMs: number;
  readonly method: string;
  readonly path: string;
  /** As the client saw it; 0 when it saw none. */
  readonly status: number;
  /** What the target answered; absent when it gave no answer. */
  readonly targetStatus?: number;
  readonly ms: number;
  readonly listener: string;
  /** Address of the rule, the listener's own for its default rule; absent when no rule was asked. */
  readonly rule?: string;
  readonly group?: string;
  readonly target?: string;
  readonly targetName?: string;
}

const keptRequests = 50;
/** The share of a target is that of this many answers of its group. */
const sharedAnswers = 100;

/** What has come through the load balancer: the last requests, how many each rule answered, who answered how much. */
export class Traffic {
  readonly #recent = new Latest<FinishedRequest>(keptRequests);
  readonly #hits = new Map<string, number>();
  readonly #answers = new Map<string, Latest<string>>();
  readonly #listeners = new Set<() => void>();
  #second = 0;
  #inThisSecond = 0;
  #inLastSecond = 0;
  #count = 0;

  /** Number of the next request. */
  nextId(): number {
    this.#count += 1;
    return this.#count;
  }

  add(request: FinishedRequest): void {
    this.#recent.add(request);
    this.#tick(request.atMs);
    this.#inThisSecond += 1;
    if (request.rule !== undefined) this.#hits.set(request.rule, this.hits(request.rule) + 1);
    if (request.group !== undefined && request.target !== undefined)
      this.#answered(request.group, request.target);
    for (const listener of this.#listeners) listener();
  }

  /** Newest first. */
  recent(): readonly FinishedRequest[] {
    return this.#recent.all().reverse();
  }

  /** Requests that a rule has answered since the start. */
  hits(rule: string): number {
    return this.#hits.get(rule) ?? 0;
  }

  /** Share of a target in the last answers of its group, 0-1. */
  share(group: string, target: string): number {
    const answers = this.#answers.get(group)?.all() ?? [];
    return answers.length === 0 ? 0 : answers.filter((key) => key === target).length / answers.length;
  }

  /** Requests that ended in the last full second. */
  perSecond(nowMs: number): number {
    this.#tick(nowMs);
    return this.#inLastSecond;
  }

  onRequest(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #answered(group: string, target: string): void {
    let answers = this.#answers.get(group);
    if (answers === undefined) {
      answers = new Latest(sharedAnswers);
      this.#answers.set(group, answers);
    }
    answers.add(target);
  }

  #tick(nowMs: number): void {
    const second = Math.floor(nowMs / 1000);
    if (second === this.#second) return;
    this.#inLastSecond = second === this.#second + 1 ? this.#inThisSecond : 0;
    this.#inThisSecond = 0;
    this.#second = second;
  }
}
