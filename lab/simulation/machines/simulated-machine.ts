import type { Clock, Task } from "../clock/clock";
import type { MachinePlan } from "../setup/types";
import { AS_DECLARED, type Behaviour, listensOn, statusOf } from "./behaviour";
import type { Question, Visit, VisitEnd } from "./visit";

export interface MachineTiming {
  /** How long an answer takes. */
  readonly serviceMs: number;
  /** From the start of a stopped instance until its server listens. */
  readonly bootMs: number;
  /** From the start of the server's process until it listens. */
  readonly serverStartMs: number;
  /** Between a crash and the next start of its server. */
  readonly restartMs: number | "never";
}

const timedOut: VisitEnd = { kind: "timed-out" };

/** An instance with its server. */
export class SimulatedMachine {
  readonly plan: MachinePlan;
  behaviour: Behaviour = AS_DECLARED;
  /** What uses the server's connections can tell from it whether they are of the process that runs now. */
  run = 0;
  readonly #clock: Clock;
  readonly #timing: MachineTiming;
  readonly #visits = new Set<Visit>();
  #listens = true;
  #isStopped = false;
  #hasVanished = false;
  #zoneIsLost = false;
  #start: Task | undefined;

  constructor(plan: MachinePlan, timing: MachineTiming, clock: Clock) {
    this.plan = plan;
    this.#timing = timing;
    this.#clock = clock;
  }

  get isStopped(): boolean {
    return this.#isStopped;
  }

  /**
   * Asks it something; `end` is called later.
   *
   * @returns how to give up; undefined: nothing listens there, and the connection was refused
   */
  visit(question: Question, end: (end: VisitEnd) => void): (() => void) | undefined {
    const { nowMs } = this.#clock;
    const isReached = !question.isBlocked && !this.#isSilent;
    if (isReached && !(this.#listens && listensOn(this.plan.server, question.port))) return undefined;
    const answerAtMs = isReached ? nowMs + this.#answerMs(question) : Number.POSITIVE_INFINITY;
    const patienceMs = isReached ? question.answerByMs : question.connectByMs;
    const visit: Visit = {
      question,
      end,
      task: this.#clock.at(Math.min(answerAtMs, patienceMs), () =>
        this.#finish(visit, answerAtMs < patienceMs ? this.#answer(question) : timedOut),
      ),
    };
    if (isReached) this.#visits.add(visit);
    return () => this.#leave(visit);
  }

  /** Its server dies as by SIGKILL; systemd starts it again where its unit says so. */
  kill(): void {
    if (!this.#listens && this.#start === undefined) return;
    this.#endProcess();
    const { restartMs, serverStartMs } = this.#timing;
    if (restartMs !== "never" && !this.#isStopped) this.#startIn(restartMs + serverStartMs);
  }

  /** The instance is stopped. */
  stop(): void {
    this.#isStopped = true;
    this.#endProcess();
  }

  /** It is gone without a word: nothing that is sent to it is answered, and nothing refused. */
  vanish(): void {
    this.#hasVanished = true;
    this.#loseVisits();
  }

  /** Starts whatever is down: an instance boots, a server that crashed for good is started. */
  start(): void {
    const boots = this.#isStopped || this.#hasVanished;
    if (boots) this.#endProcess();
    this.#isStopped = false;
    this.#hasVanished = false;
    if (this.#listens) return;
    this.#startIn(boots ? this.#timing.bootMs : this.#timing.serverStartMs);
  }

  set zoneIsLost(isLost: boolean) {
    this.#zoneIsLost = isLost;
    if (isLost) this.#loseVisits();
  }

  get #isSilent(): boolean {
    return this.#hasVanished || this.#zoneIsLost;
  }

  #answerMs({ isProbe }: Question): number {
    const { hangs, delayMs, healthDelayMs } = this.behaviour;
    if (hangs) return Number.POSITIVE_INFINITY;
    return this.#timing.serviceMs + delayMs + (isProbe ? healthDelayMs : 0);
  }

  #answer(question: Question): VisitEnd {
    return { kind: "answered", status: statusOf(this.behaviour, this.plan.server, question) };
  }

  #finish(visit: Visit, end: VisitEnd): void {
    this.#visits.delete(visit);
    visit.end(end);
  }

  #leave(visit: Visit): void {
    visit.task.run = undefined;
    this.#visits.delete(visit);
  }

  #endProcess(): void {
    this.#callOffStart();
    this.#listens = false;
    this.run += 1;
    for (const visit of [...this.#visits]) {
      this.#leave(visit);
      visit.end({ kind: "broken" });
    }
  }

  /** Answers under way never arrive. */
  #loseVisits(): void {
    for (const visit of [...this.#visits]) {
      this.#leave(visit);
      visit.task = this.#clock.at(visit.question.answerByMs, () => this.#finish(visit, timedOut));
    }
  }

  #startIn(delayMs: number): void {
    this.#callOffStart();
    this.#start = this.#clock.at(this.#clock.nowMs + delayMs, () => {
      this.#start = undefined;
      this.#listens = true;
    });
  }

  #callOffStart(): void {
    if (this.#start !== undefined) this.#start.run = undefined;
    this.#start = undefined;
  }
}
