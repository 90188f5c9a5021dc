import { unregisteredTarget } from "../alb";
import { SimulatedGroup } from "./balancer/simulated-group";
import type { SimulatedTarget } from "./balancer/simulated-target";
import { ZoneDirectory } from "./balancer/zone-directory";
import type { Clock } from "./clock/clock";
import { randomStream } from "./clock/random";
import { type MachineTiming, SimulatedMachine } from "./machines/simulated-machine";
import type { Tally } from "./report/tally";
import type { Settings } from "./settings";
import type { Directory } from "./setup/directory";
import type { LabPlan, MachinePlan } from "./setup/types";

/** Machines and target groups of one run. */
export class World {
  readonly plan: LabPlan;
  readonly settings: Settings;
  readonly clock: Clock;
  readonly tally: Tally;
  readonly groups: ReadonlyMap<string, SimulatedGroup>;
  readonly zones: ZoneDirectory;
  readonly #directory: Directory;
  readonly #machines: ReadonlyMap<string, SimulatedMachine>;

  constructor(plan: LabPlan, settings: Settings, directory: Directory, clock: Clock, tally: Tally) {
    this.plan = plan;
    this.settings = settings;
    this.clock = clock;
    this.tally = tally;
    this.#directory = directory;
    const { zones } = plan.loadBalancer;
    const noteState = ({ plan: { key }, health }: SimulatedTarget) =>
      tally.noteState(key, health, clock.nowMs);
    this.#machines = new Map(
      plan.machines.map((machine) => [
        machine.key,
        new SimulatedMachine(machine, this.#timingOf(machine), clock),
      ]),
    );
    this.groups = new Map(
      plan.groups.map((group) => [group.address, new SimulatedGroup(group, zones, clock, noteState)]),
    );
    this.zones = new ZoneDirectory(zones, [...this.groups.values()]);
  }

  /** Registers what is registered when the run begins. */
  begin(): void {
    const { notYetRegistered = [], seed, begin } = this.settings;
    const left = new Set(notYetRegistered.flatMap((name) => this.#directory.targets(name)));
    const random = randomStream(seed, "probes");
    for (const group of this.plan.groups)
      for (const target of group.targets) {
        // Whole milliseconds, so that sums of them are exact.
        const phaseMs = Math.floor(random() * group.group.healthCheck.intervalSeconds * 1000);
        if (left.has(target)) this.tally.noteState(target.key, unregisteredTarget(), this.clock.nowMs);
        else this.#register(target, begin === "settled" ? phaseMs : 0);
      }
  }

  machine(key: string): SimulatedMachine {
    return this.#machines.get(key) as SimulatedMachine;
  }

  /** Registers a target, which is probed at once, or deregisters it. */
  register(name: string): void {
    for (const target of this.#directory.targets(name)) this.#register(target, 0);
  }

  deregister(name: string): void {
    for (const { key, group } of this.#directory.targets(name)) this.groups.get(group)?.deregister(key);
  }

  /** What EC2 says of an instance reaches its groups at once. */
  noteCondition(machine: SimulatedMachine): void {
    const condition = machine.isStopped ? "stopped" : "running";
    for (const group of this.groups.values())
      for (const target of group.targets)
        if (target.machine === machine) group.take(target, { kind: "circumstances", change: { condition } });
  }

  /** Whether a listener forwards to a group decides whether its targets are probed (H30). */
  use(groups: ReadonlySet<string>): void {
    for (const [address, group] of this.groups) group.use(groups.has(address));
  }

  loseZone(zone: string): void {
    this.#setZone(zone, true);
  }

  restoreZone(zone: string): void {
    this.#setZone(zone, false);
  }

  #setZone(zone: string, isLost: boolean): void {
    for (const machine of this.#machines.values())
      if (machine.plan.zone === zone) machine.zoneIsLost = isLost;
  }

  #register(target: LabPlan["groups"][number]["targets"][number], delayMs: number): void {
    const { nowMs } = this.clock;
    this.groups.get(target.group)?.register(target, this.machine(target.machine), nowMs + delayMs);
  }

  #timingOf({ key, restartSeconds: own = "never" }: MachinePlan): MachineTiming {
    const {
      serviceMilliseconds: service,
      bootSeconds,
      serverStartSeconds,
      restartSeconds = own,
    } = this.settings;
    const named = typeof service === "number" ? [] : Object.entries(service);
    const [, byName = 5] = named.find(([name]) => this.#directory.machine(name).key === key) ?? [];
    return {
      serviceMs: typeof service === "number" ? service : byName,
      bootMs: bootSeconds * 1000,
      serverStartMs: serverStartSeconds * 1000,
      restartMs: restartSeconds === "never" ? restartSeconds : restartSeconds * 1000,
    };
  }
}

/** How long before the run targets are registered, so that their health checks have decided when it begins. */
export function settlingMs({ groups }: LabPlan): number {
  const times = groups.map(({ group: { healthCheck } }) => {
    const { intervalSeconds, unhealthyThreshold } = healthCheck;
    return (unhealthyThreshold + 2) * intervalSeconds * 1000;
  });
  return Math.max(0, ...times);
}
