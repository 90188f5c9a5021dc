import { type ReachableTargets, zoneStandings, zonesInDns } from "../../alb";
import type { SimulatedGroup } from "./simulated-group";

/** How long an answer of DNS is used (H79). */
const lifetimeMs = 60_000;

/** The zones whose nodes DNS tells clients of, each client the next one. */
export class ZoneDirectory {
  readonly #zones: readonly string[];
  readonly #groups: readonly SimulatedGroup[];
  #told: readonly string[] = [];
  #toldUntilMs = Number.NEGATIVE_INFINITY;
  #clients = 0;

  constructor(zones: readonly string[], groups: readonly SimulatedGroup[]) {
    this.#zones = zones;
    this.#groups = groups;
  }

  /** Undefined: no zone of the load balancer is known. */
  next(nowMs: number): string | undefined {
    if (this.#zones.length === 0) return undefined;
    if (nowMs >= this.#toldUntilMs) {
      this.#told = zonesInDns(
        this.#groups.filter(({ isUsed }) => isUsed).map((group) => this.#standings(group)),
      );
      this.#toldUntilMs = nowMs + lifetimeMs;
    }
    const zones = this.#told.length === 0 ? this.#zones : this.#told;
    const zone = zones[this.#clients % zones.length];
    this.#clients += 1;
    return zone;
  }

  #standings({ plan, targets }: SimulatedGroup) {
    const counts = new Map<string, { -readonly [Key in keyof ReachableTargets]: number }>(
      this.#zones.map((zone) => [zone, { healthy: 0, registered: 0 }]),
    );
    for (const { plan: target, health } of targets) {
      if (health.state === "draining" || health.state === "unused") continue;
      // One that every node reaches is in each of them.
      for (const [zone, count] of counts) {
        if (target.zone !== undefined && target.zone !== zone) continue;
        count.registered += 1;
        if (health.state === "healthy") count.healthy += 1;
      }
    }
    return zoneStandings(counts, plan.group.attributes, plan.group.attributes.crossZone !== "false");
  }
}
