import { type HealthEvent, nextHealth, type TargetHealth, unregisteredTarget } from "../../alb";
import type { Endpoint } from "../http/contract";
import type { Machine } from "../machines/machine";
import type { GroupSetup, TargetSetup } from "../setup/types";

/** A probe that has been made. */
export interface ProbeRecord {
  /** Milliseconds since 1970. */
  readonly atMs: number;
  readonly passed: boolean;
  readonly seen: string;
  readonly tookMs: number;
}

const keptProbes = 10;

/** Nothing listens on this port of the machine: a connection is refused, as it would be there. */
export const nowhere: { readonly host: string; readonly port: number; readonly tls?: boolean } = {
  host: "127.0.0.1",
  port: 1,
};

/** A registered target while the lab runs: its health and what it is doing. */
export class RunningTarget {
  setup: TargetSetup;
  readonly machine: Machine;
  health: TargetHealth;
  /** Requests that it has answered. */
  answered = 0;
  readonly probes: ProbeRecord[] = [];

  constructor(setup: TargetSetup, machine: Machine, zones: GroupSetup["zones"]) {
    this.setup = setup;
    this.machine = machine;
    this.health = unregisteredTarget(circumstancesOf(setup, zones));
  }

  get key(): string {
    return this.setup.key;
  }

  /** Where a request for it goes on this machine. */
  endpoint(tls: boolean): Endpoint {
    const { setup, machine } = this;
    const { host, port, tls: isTls } = machine.reach(setup.port) ?? nowhere;
    const blackhole = setup.blocked !== undefined;
    return { key: setup.key, host, port, tls: isTls ?? tls, ...(blackhole && { blackhole }) };
  }

  /** Takes an event in; true when what AWS would show has changed. */
  take(event: HealthEvent, thresholds: GroupSetup["group"]["healthCheck"]): boolean {
    const before = this.health;
    this.health = nextHealth(before, event, thresholds);
    return (
      before.state !== this.health.state ||
      before.reason !== this.health.reason ||
      before.description !== this.health.description
    );
  }

  record(probe: ProbeRecord): void {
    this.probes.push(probe);
    if (this.probes.length > keptProbes) this.probes.shift();
  }
}

/** A target is not probed when no rule leads to its group or when the load balancer is not in its zone (H26). */
export function circumstancesOf(
  { zone }: TargetSetup,
  zones: GroupSetup["zones"],
): { readonly groupUsed: boolean; readonly zoneEnabled: boolean } {
  const isElsewhere = zone !== undefined && zones !== undefined && zones.length > 0 && !zones.includes(zone);
  return { groupUsed: zones !== undefined, zoneEnabled: !isElsewhere };
}
