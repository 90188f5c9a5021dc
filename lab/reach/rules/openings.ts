import { isUnknown, type Link, type Topology } from "../../topology";
import type { Ground } from "../ground";
import { groundOf } from "../ground-of";
import { insideAddresses } from "../network/subnets";
import { EVERYWHERE, type Family, INTERNET, ofFamily, renderAddresses } from "../sets/addresses";
import { covers, type Intervals, isEmpty, subtract, unite } from "../sets/intervals";
import { addressesIn, type Region, servicesIn, subtractRegions } from "../sets/regions";
import { renderServices, type Service, serviceRanges } from "../sets/services";
import { isSame } from "../values";
import { type Grant, grantsOfGroup } from "./grants";

/** Security groups whose rules count together, as those of one network interface do. */
export interface Admitting {
  readonly topology: Topology;
  readonly groups: readonly Link[];
}

/** What one rule admits that the other side does not. */
export interface Opening {
  /** Address of the resource that declares the rule. */
  readonly rule: string;
  /** From whom, as the rule says it: a block, a security group, a prefix list. */
  readonly from: string;
  /** The very addresses that are new, where the rule names addresses, as few blocks as possible. */
  readonly blocks: readonly string[];
  /** Absent: the rule names a security group or a list that is kept elsewhere. */
  readonly family?: Family;
  readonly services: readonly Service[];
  /** The services in words, such as `tcp 22`. */
  readonly text: string;
  /** Whether every address of the internet is admitted after, and some was not before. */
  readonly isEverywhere: boolean;
}

/**
 * What security groups admit on one side and not on the other, as exact sets: however the rules are cut, and whatever
 * declares them. What is unknown on either side is left out: it may be admitted already.
 */
export function openings(before: Admitting, after: Admitting): readonly Opening[] {
  const old = grantsIn(before);
  if (old.some(({ services, peer }) => isUnknown(services) || isUnknown(peer))) return [];
  const ground = groundOf(after.topology);
  return grantsIn(after).flatMap((grant) => {
    const { peer, services } = grant;
    if (isUnknown(peer) || isUnknown(services)) return [];
    if ("addresses" in peer) return newAddresses(grant.rule, peer, services, old);
    const known = old.flatMap((one) => servicesFor(one, peer));
    const left = subtract(services, unite(...known));
    const all = subtractRegions([{ addresses: whereabouts(ground, peer), services: left }], regionsOf(old));
    const named = servicesIn(all);
    return isEmpty(named)
      ? []
      : [{ ...opening(grant.rule, peer.text, named), blocks: [], isEverywhere: false }];
  });
}

function grantsIn({ topology, groups }: Admitting): readonly Grant[] {
  const ground = groundOf(topology);
  return groups.flatMap((group) => grantsOfGroup(ground, group, "ingress"));
}

function newAddresses(
  rule: string,
  peer: { readonly addresses: Intervals; readonly text: string },
  services: Intervals,
  old: readonly Grant[],
): readonly Opening[] {
  const left = subtractRegions([{ addresses: peer.addresses, services }], regionsOf(old));
  return (["ipv4", "ipv6"] as const).flatMap((family) => {
    const own = left.filter(({ addresses }) => !isEmpty(ofFamily(addresses, family)));
    if (own.length === 0) return [];
    const isEverywhere = covers(peer.addresses, ofFamily(INTERNET, family));
    const blocks = renderAddresses(ofFamily(addressesIn(own), family));
    return [{ ...opening(rule, peer.text, servicesIn(own)), blocks, family, isEverywhere }];
  });
}

function opening(rule: string, from: string, services: Intervals) {
  return { rule, from, services: serviceRanges(services), text: renderServices(services) };
}

function regionsOf(grants: readonly Grant[]): readonly Region[] {
  return grants.flatMap(({ peer, services }) =>
    !isUnknown(peer) && !isUnknown(services) && "addresses" in peer
      ? [{ addresses: peer.addresses, services }]
      : [],
  );
}

type NamedPeer = Exclude<Grant["peer"], { unknown: string } | { addresses: Intervals }>;

/** What a grant opens for the same group or list. */
function servicesFor({ peer, services }: Grant, wanted: NamedPeer): readonly Intervals[] {
  if (isUnknown(peer) || isUnknown(services)) return [];
  const isMeant =
    "group" in peer && "group" in wanted
      ? isSame(peer.group, wanted.group) !== false
      : "prefixList" in peer && "prefixList" in wanted && peer.prefixList === wanted.prefixList;
  return isMeant ? [services] : [];
}

/** Where those with a security group are: a rule for their addresses has admitted them already. */
function whereabouts(ground: Ground, peer: NamedPeer): Intervals {
  const wearers = "group" in peer && "address" in peer.group ? ground.wearersOf(peer.group.address) : [];
  const places = wearers.map((end) => insideAddresses(ground, end));
  const known = places.filter((place) => place !== undefined);
  return known.length === places.length && known.length > 0 ? unite(...known) : EVERYWHERE;
}
