import {
  candidatesOf,
  createPool,
  type HealthEvent,
  type PooledTarget,
  type SelectionContext,
  selectTarget,
  type TargetPool,
  updatePool,
} from "../../alb";
import { HealthChecks } from "../health/health-checks";
import type { Machine } from "../machines/machine";
import type { GroupSetup, TargetSetup } from "../setup/types";
import { circumstancesOf, RunningTarget } from "./running-target";

/** What selection sees of a target; made anew whenever its state changes. */
export interface TargetInPool {
  readonly key: string;
  readonly zone?: string;
  readonly state: RunningTarget["health"]["state"];
  readonly running: RunningTarget;
}

export type Member = PooledTarget<TargetInPool>;

/** A target that has been deregistered, until its delay is over. */
interface Removal {
  readonly timer: NodeJS.Timeout;
  readonly drained: Promise<void>;
  /** Settles `drained`. */
  readonly idle: () => void;
}

export interface GroupEvents {
  /** After every probe, and whenever what AWS would show of a target has changed. */
  probed(target: RunningTarget, changed: boolean): void;
  /** Its deregistration delay is over: what is still in flight on it is to be broken off (S42). */
  removed(target: RunningTarget): void;
}

/** A target group while the lab runs. */
export class RunningGroup {
  setup: GroupSetup;
  readonly #pool: TargetPool<TargetInPool>;
  readonly #targets = new Map<string, RunningTarget>();
  readonly #checks: HealthChecks;
  readonly #events: GroupEvents;
  readonly #removals = new Map<RunningTarget, Removal>();

  constructor(setup: GroupSetup, events: GroupEvents) {
    this.setup = setup;
    this.#events = events;
    this.#pool = createPool<TargetInPool>(setup.group.attributes, [], performance.now());
    this.#checks = new HealthChecks(setup.group.healthCheck, (target, changed) =>
      this.#changed(target, changed),
    );
  }

  get targets(): readonly RunningTarget[] {
    return [...this.#targets.values()];
  }

  /** Whether its targets get requests whatever their health is (H70). */
  get failsOpen(): boolean {
    return candidatesOf(this.#pool, undefined).failsOpen;
  }

  member(target: RunningTarget): Member | undefined {
    return this.#pool.targets.get(target.key);
  }

  select(context: SelectionContext): Member | undefined {
    return selectTarget(this.#pool, context);
  }

  /** Other attributes and health checks; its targets are registered and deregistered one by one. */
  change(setup: GroupSetup): void {
    this.setup = setup;
    this.#checks.settings = setup.group.healthCheck;
    for (const { setup: target } of this.#targets.values()) this.changeTarget(target);
    this.#refresh();
  }

  /** Registers a target, which is probed at once. It takes the place of one with the same key, if there is one. */
  register(setup: TargetSetup, machine: Machine): void {
    const before = this.#targets.get(setup.key);
    if (before) this.#checks.end(before);
    const target = new RunningTarget(setup, machine, this.setup);
    this.#targets.set(setup.key, target);
    this.#take(target, { kind: "registered" });
    this.#checks.begin(target);
  }

  /** The same target with another zone or other security groups around it. */
  changeTarget(setup: TargetSetup): void {
    const target = this.#targets.get(setup.key);
    if (!target) return;
    target.change(setup, this.setup);
    this.#take(target, { kind: "circumstances", change: circumstancesOf(setup, this.setup) });
  }

  /**
   * Deregisters a target: it gets nothing new and is shown as draining until the delay is over (S41). Settles as soon
   * as nothing is in flight on it any more, at the end of the delay at the latest.
   */
  deregister(key: string): Promise<void> {
    const target = this.#targets.get(key);
    if (!target) return Promise.resolve();
    return (this.#removals.get(target) ?? this.#drain(target)).drained;
  }

  /** To be called when a request on one of its targets is over. */
  requestEnded(target: RunningTarget): void {
    if (target.health.state === "draining") this.#noteIdle(target);
  }

  stop(): void {
    this.#checks.stop();
    for (const { timer, idle } of this.#removals.values()) {
      clearTimeout(timer);
      idle();
    }
  }

  #drain(target: RunningTarget): Removal {
    this.#take(target, { kind: "deregistered" });
    this.#checks.end(target);
    let idle: () => void = () => {};
    const drained = new Promise<void>((resolve) => {
      idle = resolve;
    });
    const delayMs = this.setup.group.attributes.deregistrationDelaySeconds * 1000;
    const removal = { timer: setTimeout(() => this.#remove(target), delayMs), drained, idle };
    this.#removals.set(target, removal);
    this.#noteIdle(target);
    return removal;
  }

  #remove(target: RunningTarget): void {
    const removal = this.#removals.get(target);
    this.#removals.delete(target);
    target.take({ kind: "delay-elapsed" }, this.setup.group.healthCheck);
    // Its successor may have been registered under the same key by now.
    if (this.#targets.get(target.key) === target) this.#targets.delete(target.key);
    this.#changed(target, true);
    this.#events.removed(target);
    removal?.idle();
  }

  #noteIdle(target: RunningTarget): void {
    if (!this.member(target)?.outstanding) this.#removals.get(target)?.idle();
  }

  #take(target: RunningTarget, event: HealthEvent): void {
    if (target.take(event, this.setup.group.healthCheck)) this.#changed(target, true);
  }

  #changed(target: RunningTarget, changed: boolean): void {
    if (changed) this.#refresh();
    this.#events.probed(target, changed);
  }

  #refresh(): void {
    const views = this.targets.map((running) => {
      const { zone } = running.setup;
      return { key: running.key, ...(zone !== undefined && { zone }), state: running.health.state, running };
    });
    updatePool(this.#pool, this.setup.group.attributes, views, performance.now());
  }
}
