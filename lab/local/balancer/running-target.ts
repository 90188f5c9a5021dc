import {
  type CircumstancesChange,
  type HealthEvent,
  nextHealth,
  type TargetHealth,
  unregisteredTarget,
} from "../../alb";
import type { Endpoint } from "../http";
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

let count = 0;

/** Nothing listens on this port of the machine: a connection is refused, as it would be there. */
export const nowhere: { readonly host: string; readonly port: number; readonly tls?: boolean } = {
  host: "127.0.0.1",
  port: 1,
};

/** A registered target while the lab runs: its health and what it is doing. */
export class RunningTarget {
  #setup: TargetSetup;
  #endpoint: Endpoint | undefined;
  #tls: boolean;
  readonly #connections = `target ${++count}`;
  readonly machine: Machine;
  health: TargetHealth;
  /** Requests that it has answered. */
  answered = 0;
  readonly probes: ProbeRecord[] = [];

  constructor(setup: TargetSetup, machine: Machine, group: GroupSetup) {
    this.#setup = setup;
    this.#tls = group.group.protocol === "HTTPS";
    this.machine = machine;
    this.health = unregisteredTarget(circumstancesOf(setup, group));
  }

  get setup(): TargetSetup {
    return this.#setup;
  }

  /** What its registration and its group say now. */
  change(setup: TargetSetup, { group }: GroupSetup): void {
    this.#setup = setup;
    this.#tls = group.protocol === "HTTPS";
    this.#endpoint = undefined;
  }

  /** Where a request for it goes on this machine. */
  get endpoint(): Endpoint {
    if (this.#endpoint) return this.#endpoint;
    const place = this.machine.reach(this.setup.port);
    const endpoint = this.#endpointAt(place ?? nowhere);
    // A server that is still starting may open the port yet.
    if (place) this.#endpoint = endpoint;
    return endpoint;
  }

  get key(): string {
    return this.setup.key;
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

  #endpointAt({ host, port, tls = this.#tls }: typeof nowhere): Endpoint {
    const blackhole = this.setup.blocked !== undefined;
    return { key: this.#connections, host, port, tls, ...(blackhole && { blackhole }) };
  }

  record(probe: ProbeRecord): void {
    this.probes.push(probe);
    if (this.probes.length > keptProbes) this.probes.shift();
  }
}

/**
 * A target is not probed when no rule leads to its group, when the load balancer is not in its zone (H26), or when its
 * group has no health checks, which only one of functions can do without (H12).
 */
export function circumstancesOf({ zone }: TargetSetup, { zones, group }: GroupSetup): CircumstancesChange {
  const isElsewhere = zone !== undefined && zones !== undefined && zones.length > 0 && !zones.includes(zone);
  return {
    groupUsed: zones !== undefined,
    zoneEnabled: !isElsewhere,
    checksEnabled: group.targetType !== "lambda" || group.healthCheck.enabled,
  };
}
