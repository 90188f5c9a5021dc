import type { Settled, TargetGroupAttributes, Threshold } from "../../topology";

/** Targets that a load balancer node can send requests to: neither draining nor unused. */
export interface ReachableTargets {
  readonly healthy: number;
  readonly registered: number;
}

export type FailoverThresholds = Pick<
  Settled<TargetGroupAttributes>,
  "dnsFailover" | "unhealthyStateRouting"
>;

/** Whether a threshold is breached: too few healthy targets, or too small a share of them (H73). */
export function isBelow(threshold: Settled<Threshold>, { healthy, registered }: ReachableTargets): boolean {
  const { count, percentage } = threshold;
  if (count !== "off" && healthy < count) return true;
  return percentage !== "off" && (registered === 0 || healthy * 100 < percentage * registered);
}

/** Whether requests go to all targets, healthy or not. Without a healthy target they always do (H70). */
export function failsOpen(routing: Settled<Threshold>, reachable: ReachableTargets): boolean {
  return reachable.healthy === 0 || isBelow(routing, reachable);
}

export interface ZoneStanding {
  /** The zone's node spreads requests over all targets that it reaches. */
  readonly failsOpen: boolean;
  /** As far as this group is concerned, the zone's address is to be taken out of DNS. */
  readonly leavesDns: boolean;
}

/**
 * How one group stands in every enabled zone. A node reaches the targets of all zones with cross-zone load balancing,
 * those of its own zone without (H76).
 */
export function zoneStandings(
  zones: ReadonlyMap<string, ReachableTargets>,
  thresholds: FailoverThresholds,
  crossZone: boolean,
): ReadonlyMap<string, ZoneStanding> {
  const all = { healthy: 0, registered: 0 };
  for (const { healthy, registered } of zones.values()) {
    all.healthy += healthy;
    all.registered += registered;
  }
  const standing = (reachable: ReachableTargets): ZoneStanding => ({
    failsOpen: failsOpen(thresholds.unhealthyStateRouting, reachable),
    leavesDns: isBelow(thresholds.dnsFailover, reachable),
  });
  return new Map([...zones].map(([zone, own]) => [zone, standing(crossZone ? all : own)]));
}

/**
 * Zones whose addresses DNS gives out: those where at least one group is healthy; all of them when there is none
 * (H79).
 */
export function zonesInDns(groups: readonly ReadonlyMap<string, ZoneStanding>[]): readonly string[] {
  const all = [...new Set(groups.flatMap((zones) => [...zones.keys()]))];
  const healthy = all.filter((zone) => groups.some((zones) => zones.get(zone)?.leavesDns === false));
  return healthy.length === 0 ? all : healthy;
}
