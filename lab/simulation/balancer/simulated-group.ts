import {
  createPool,
  drainEndsAt,
  type HealthEvent,
  type PooledTarget,
  type SelectionContext,
  selectTarget,
  type TargetPool,
  updatePool,
} from "../../alb";
import type { Clock } from "../clock/clock";
import type { SimulatedMachine } from "../machines/simulated-machine";
import type { GroupPlan, TargetPlan } from "../setup/types";
import { Probes } from "./probes";
import { SimulatedTarget } from "./simulated-target";

/** What selection sees of a target; made anew whenever its state changes. */
interface TargetInPool {
  readonly key: string;
  readonly zone?: string;
  readonly state: SimulatedTarget["health"]["state"];
  readonly running: SimulatedTarget;
}

export type Member = PooledTarget<TargetInPool>;

/** Told whenever what AWS would show of a target has changed. */
export type HealthListener = (target: SimulatedTarget) => void;

/** A target group while the simulation runs. */
export class SimulatedGroup {
  readonly plan: GroupPlan;
  isUsed: boolean;
  readonly #clock: Clock;
  readonly #zones: readonly string[];
  readonly #pool: TargetPool<TargetInPool>;
  readonly #targets = new Map<string, SimulatedTarget>();
  readonly #probes: Probes;
  readonly #listener: HealthListener;

  constructor(plan: GroupPlan, zones: readonly string[], clock: Clock, listener: HealthListener) {
    this.plan = plan;
    this.isUsed = plan.isUsed;
    this.#zones = zones;
    this.#clock = clock;
    this.#listener = listener;
    this.#pool = createPool<TargetInPool>(plan.group.attributes, [], clock.nowMs);
    this.#probes = new Probes(plan.group.healthCheck, clock, (target, changed) => {
      if (changed) this.#changed(target);
    });
  }

  get targets(): readonly SimulatedTarget[] {
    return [...this.#targets.values()];
  }

  select(context: SelectionContext): Member | undefined {
    return selectTarget(this.#pool, context);
  }

  /**
   * Registers a target, or registers it again while it drains; one that is registered stays as it is.
   *
   * @param firstProbeAtMs when it is probed first
   */
  register(plan: TargetPlan, machine: SimulatedMachine, firstProbeAtMs: number): void {
    const before = this.#targets.get(plan.key);
    if (before !== undefined && before.health.state !== "draining") return;
    const target = new SimulatedTarget(plan, machine, this.isUsed, this.#zones);
    this.#targets.set(plan.key, target);
    this.take(target, { kind: "registered" });
    this.#probes.begin(target, firstProbeAtMs);
  }

  /** Whether a listener forwards to it from now on. */
  use(isUsed: boolean): void {
    if (isUsed === this.isUsed) return;
    this.isUsed = isUsed;
    for (const target of this.targets)
      this.take(target, { kind: "circumstances", change: { groupUsed: isUsed } });
  }

  /** It gets nothing new and is shown as draining until the delay is over (S41). */
  deregister(key: string): void {
    const target = this.#targets.get(key);
    if (target === undefined || target.health.state === "draining") return;
    this.take(target, { kind: "deregistered" });
    this.#probes.end(target);
    const { deregistrationDelaySeconds } = this.plan.group.attributes;
    const endsAtMs = drainEndsAt({ deregisteredAtMs: this.#clock.nowMs, deregistrationDelaySeconds });
    this.#clock.at(endsAtMs, () => this.#remove(target));
  }

  take(target: SimulatedTarget, event: HealthEvent): void {
    if (target.take(event, this.plan.group.healthCheck)) this.#changed(target);
  }

  /** What is still in flight is broken off (S42). */
  #remove(target: SimulatedTarget): void {
    target.take({ kind: "delay-elapsed" }, this.plan.group.healthCheck);
    // It may have been registered again under the same key by now.
    const isCurrent = this.#targets.get(target.plan.key) === target;
    if (isCurrent) this.#targets.delete(target.plan.key);
    this.#refresh();
    if (isCurrent) this.#listener(target);
    for (const breakOff of [...target.inFlight]) breakOff();
  }

  #changed(target: SimulatedTarget): void {
    this.#refresh();
    this.#listener(target);
  }

  #refresh(): void {
    const views = this.targets.map((running) => {
      const { key, zone } = running.plan;
      return { key, ...(zone !== undefined && { zone }), state: running.health.state, running };
    });
    updatePool(this.#pool, this.plan.group.attributes, views, this.#clock.nowMs);
  }
}
