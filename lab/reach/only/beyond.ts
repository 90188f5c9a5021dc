import { isUnknown } from "../../topology";
import type { End } from "../ends/ends";
import { subnetsOf } from "../ends/ends";
import type { Ground } from "../ground";
import { filterOf } from "../network/network-acls";
import { type Direction, type Grant, grantsOf } from "../rules/grants";
import { EVERYWHERE } from "../sets/addresses";
import { type Intervals, intersect, isEmpty, subtract } from "../sets/intervals";
import { addressesIn, intersectRegions, type Region, servicesIn, subtractRegions } from "../sets/regions";
import { EVERYTHING } from "../sets/services";
import { type Allowance, allowedRegions, allowedToAnybody, allowedToGroup, allowedToList } from "./allowance";

/** What a rule opens beyond what is allowed. */
export interface Extra {
  readonly end: End;
  readonly direction: Direction;
  /** Address of the rule; of the security group or the end where a rule may be that nobody knows of. */
  readonly rule: string;
  readonly grant: Grant;
  /** The part that is too much; absent where who is meant is no addresses. */
  readonly addresses?: Intervals;
  readonly services: Intervals;
  /** Present when nobody can say how much it opens. */
  readonly unknown?: string;
}

/**
 * Everything that the security groups and network ACLs of an end let in (or out) and that no allowance covers. Judged
 * by this end alone: a rule whose other end is still shut, or that no route serves, counts.
 */
export function beyond(
  ground: Ground,
  end: End,
  direction: Direction,
  allowances: readonly Allowance[],
): readonly Extra[] {
  const passing = filteredBy(ground, end, direction);
  return grantsOf(ground, end, direction).flatMap((grant): readonly Extra[] => {
    const { rule, peer, services } = grant;
    const extra = { end, direction, rule, grant };
    if (isUnknown(services)) return [{ ...extra, services: EVERYTHING, unknown: services.unknown }];
    const open = intersect(services, servicesIn(passing));
    if (isUnknown(peer))
      return doubt(extra, peer.unknown, subtract(open, allowedToAnybody(ground, end, allowances)));
    if ("addresses" in peer) {
      const opened = intersectRegions([{ addresses: peer.addresses, services }], passing);
      return firstOf(extra, subtractRegions(opened, allowedRegions(ground, end, allowances)));
    }
    const allowed =
      "group" in peer
        ? allowedToGroup(ground, end, peer.group, allowances)
        : allowedToList(ground, end, peer.prefixList, allowances);
    const left = subtract(open, allowed);
    return isEmpty(left) ? [] : [{ ...extra, services: left }];
  });
}

type Base = Pick<Extra, "end" | "direction" | "rule" | "grant">;

function doubt(extra: Base, unknown: string, services: Intervals): readonly Extra[] {
  return isEmpty(services) ? [] : [{ ...extra, services, unknown }];
}

function firstOf(extra: Base, left: readonly Region[]): readonly Extra[] {
  const [first] = left;
  if (first === undefined) return [];
  const alike = left.filter(
    ({ services }) => JSON.stringify(rangesOf(services)) === JSON.stringify(rangesOf(first.services)),
  );
  return [{ ...extra, addresses: addressesIn(alike), services: first.services }];
}

function rangesOf(services: Intervals): readonly string[] {
  return services.map(({ first, last }) => `${first}-${last}`);
}

/** What the network ACLs of some subnet of an end let through; what nobody can say may pass. */
function filteredBy(ground: Ground, end: End, direction: Direction): readonly Region[] {
  const everything: readonly Region[] = [{ addresses: EVERYWHERE, services: EVERYTHING }];
  const subnets = subnetsOf(end);
  if (subnets.length === 0) return everything;
  const allowed = subnets.map((subnet) => filterOf(ground, subnet, direction).allowed);
  return allowed.some(isUnknown)
    ? everything
    : allowed.flatMap((regions) => (isUnknown(regions) ? [] : regions));
}
