import type { Settled, TargetGroupAttributes } from "../../topology";
import { type CandidateSet, candidateSet } from "./candidates";
import { isHealthy, type PooledTarget, poolTarget, type SelectableTarget } from "./pooled-target";
import { hasSteadyTarget, rampsAtAll } from "./slow-start";

export type GroupAttributes = Settled<TargetGroupAttributes>;

/**
 * The selection state of one target group, owned by whoever balances: one per group, as groups are independent even
 * where they share a target (S2). Changed in place, because every request uses it.
 */
export interface TargetPool<T extends SelectableTarget = SelectableTarget> {
  attributes: GroupAttributes;
  /** Registered and draining targets by their key, in the order in which they were handed in. */
  targets: ReadonlyMap<string, PooledTarget<T>>;
  /** What every node reaches with cross-zone load balancing. */
  everywhere: CandidateSet<T>;
  /** What the node of each zone reaches without it; under `all` what the nodes of all other zones reach. */
  byZone: ReadonlyMap<string, CandidateSet<T>>;
  /** When anomalies are looked for next. */
  inspectAtMs: number;
}

const everyZone = "all";

/** @param targets registered and draining ones, in a stable order */
export function createPool<T extends SelectableTarget>(
  attributes: GroupAttributes,
  targets: readonly T[],
  nowMs: number,
): TargetPool<T> {
  const pool: TargetPool<T> = {
    attributes,
    targets: new Map(),
    everywhere: candidateSet<T>([], attributes.unhealthyStateRouting, undefined),
    byZone: new Map(),
    inspectAtMs: nowMs,
  };
  updatePool(pool, attributes, targets, nowMs);
  return pool;
}

/**
 * Takes up attributes, registrations and states; to be called whenever one of them has changed. What was counted about
 * a target stays with it as long as it is among `targets`.
 */
export function updatePool<T extends SelectableTarget>(
  pool: TargetPool<T>,
  attributes: GroupAttributes,
  targets: readonly T[],
  nowMs: number,
): void {
  const before = pool.targets;
  const pioneer = ![...before.values()].some(isHealthy);
  const ramps = rampsAtAll(attributes) && hasSteadyTarget(before, targets, attributes, nowMs);
  const members = targets.map((target) => {
    const member = before.get(target.key) ?? poolTarget(target, pioneer);
    takeUp(member, target, { known: before.has(target.key), ramps, nowMs });
    return member;
  });
  pool.attributes = attributes;
  pool.targets = new Map(members.map((member) => [member.key, member]));
  pool.everywhere = candidateSet(members, attributes.unhealthyStateRouting, pool.everywhere);
  pool.byZone = new Map(
    [everyZone, ...new Set(targets.map(zoneOf))].map((zone) => {
      const reached = members.filter(({ target }) => [zone, everyZone].includes(zoneOf(target)));
      return [zone, candidateSet(reached, attributes.unhealthyStateRouting, pool.byZone.get(zone))];
    }),
  );
}

/**
 * The targets among which the node of a zone chooses.
 *
 * @param zone of the node; matters only where the group has switched cross-zone load balancing off (S9)
 */
export function candidatesOf<T extends SelectableTarget>(
  pool: TargetPool<T>,
  zone: string | undefined,
): CandidateSet<T> {
  if (zone === undefined || pool.attributes.crossZone !== "false") return pool.everywhere;
  return pool.byZone.get(zone) ?? pool.byZone.get(everyZone) ?? pool.everywhere;
}

function zoneOf({ zone }: SelectableTarget): string {
  return zone ?? everyZone;
}

function takeUp<T extends SelectableTarget>(
  member: PooledTarget<T>,
  target: T,
  { known, ramps, nowMs }: { readonly known: boolean; readonly ramps: boolean; readonly nowMs: number },
): void {
  const wasHealthy = known && isHealthy(member);
  member.target = target;
  if (!isHealthy(member)) member.rampFromMs = undefined;
  else if (!wasHealthy) {
    member.rampFromMs = ramps && !member.pioneer ? nowMs : undefined;
    member.pioneer = false;
  }
}
