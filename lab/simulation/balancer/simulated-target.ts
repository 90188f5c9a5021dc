import { type HealthEvent, nextHealth, type TargetHealth, unregisteredTarget } from "../../alb";
import type { SimulatedMachine } from "../machines/simulated-machine";
import type { GroupPlan, TargetPlan } from "../setup/types";
import { KeptConnections } from "./kept-connections";

/** A registration while the simulation runs. */
export class SimulatedTarget {
  readonly plan: TargetPlan;
  readonly machine: SimulatedMachine;
  readonly connections = new KeptConnections();
  /** Requests in flight on it, by how to break them off. */
  readonly inFlight = new Set<() => void>();
  health: TargetHealth;
  /** When it was probed first, which is what its schedule is counted from; undefined: its probes have ended. */
  probedFromMs: number | undefined;
  /** Gives up the probe that is under way. */
  giveUpProbe: () => void = () => {};

  constructor(plan: TargetPlan, machine: SimulatedMachine, groupUsed: boolean, zones: readonly string[]) {
    this.plan = plan;
    this.machine = machine;
    const { zone } = plan;
    this.health = unregisteredTarget({
      groupUsed,
      zoneEnabled: zone === undefined || zones.length === 0 || zones.includes(zone),
      condition: machine.isStopped ? "stopped" : "running",
    });
  }

  /** Takes an event in; true when what AWS would show has changed. */
  take(event: HealthEvent, thresholds: GroupPlan["group"]["healthCheck"]): boolean {
    const before = this.health;
    this.health = nextHealth(before, event, thresholds);
    const { state, reason, description } = this.health;
    return before.state !== state || before.reason !== reason || before.description !== description;
  }
}
