import type { End } from "../ends/ends";
import { nameOfEnd } from "../ends/parties";
import type { Ground } from "../ground";
import { filterStep } from "../network/filters";
import { routeInside } from "../network/inside";
import { routeToAddresses } from "../network/outside";
import { mayHaveFamily } from "../network/public-address";
import { insideAddresses } from "../network/subnets";
import { admissionStep, type Peering } from "../rules/admission";
import { type Family, ofFamily } from "../sets/addresses";
import { type Intervals, isEmpty } from "../sets/intervals";
import { inSeries, type Step, type Verdict } from "../verdict";

/** One end of a way: something with a network interface, or plain addresses. */
export type Place = End | { readonly text: string; readonly addresses: Intervals };

/** What traffic passes from one place to another, over IPv4 or IPv6. */
export interface Way {
  readonly from: string;
  readonly to: string;
  readonly family: Family;
  readonly verdict: Verdict;
  /** In the order in which traffic passes them. */
  readonly steps: readonly Step[];
}

export function isEnd(place: Place): place is End {
  return "kind" in place;
}

/** An end as messages name it, with its address where that says more. */
function textOfPlace(ground: Ground, place: Place): string {
  if (!isEnd(place)) return place.text;
  return place.kind === "security group" ? `whatever has ${place.address}` : nameOfEnd(ground, place);
}

/** Every step from one place to another; at least one of them must be an end. */
export function wayBetween(ground: Ground, from: Place, to: Place, services: Intervals, family: Family): Way {
  const steps = familySteps(ground, from, to, family) ?? [
    ...(isEnd(from) ? leaving(ground, from, to, services, family) : []),
    routing(ground, from, to, family),
    ...(isEnd(to) ? arriving(ground, from, to, services, family) : []),
    ...answers(ground, from, to, services, family),
  ];
  return {
    from: textOfPlace(ground, from),
    to: textOfPlace(ground, to),
    family,
    verdict: inSeries(steps),
    steps,
  };
}

function familySteps(ground: Ground, from: Place, to: Place, family: Family): readonly Step[] | undefined {
  const name = family === "ipv4" ? "IPv4" : "IPv6";
  const without = [from, to].find((place) =>
    isEnd(place) ? !mayHaveFamily(ground, place, family) : isEmpty(ofFamily(place.addresses, family)),
  );
  if (without === undefined) return undefined;
  const why = `${textOfPlace(ground, without)} has no ${name} address`;
  return [{ verdict: "no", at: name, by: [], why }];
}

function leaving(ground: Ground, from: End, to: Place, services: Intervals, family: Family): readonly Step[] {
  const peering = peeringOf(ground, to, family);
  const admission = admissionStep(ground, from, "egress", peering, services);
  if (isSameSubnet(from, to)) return [admission];
  const others = peering.addresses;
  return [admission, filterStep(ground, { end: from, direction: "egress", others, services, family })];
}

function arriving(
  ground: Ground,
  from: Place,
  to: End,
  services: Intervals,
  family: Family,
): readonly Step[] {
  const peering = peeringOf(ground, from, family);
  const admission = admissionStep(ground, to, "ingress", peering, services);
  if (isSameSubnet(from, to)) return [admission];
  const others = peering.addresses;
  return [filterStep(ground, { end: to, direction: "ingress", others, services, family }), admission];
}

/** Security groups let answers through by themselves, network ACLs do not (U8). */
function answers(
  ground: Ground,
  from: Place,
  to: Place,
  services: Intervals,
  family: Family,
): readonly Step[] {
  if (isSameSubnet(from, to)) return [];
  const about = (other: Place) => ({
    others: placeAddresses(ground, other),
    services,
    family,
    isAnswer: true,
  });
  return [
    ...(isEnd(to) ? [filterStep(ground, { end: to, direction: "egress", ...about(from) })] : []),
    ...(isEnd(from) ? [filterStep(ground, { end: from, direction: "ingress", ...about(to) })] : []),
  ];
}

function routing(ground: Ground, from: Place, to: Place, family: Family): Step {
  if (isEnd(from) && isEnd(to)) return routeInside(ground, from, to);
  if (isEnd(to) && !isEnd(from)) return routeToAddresses(ground, to, from.addresses, family, "in");
  if (isEnd(from) && !isEnd(to)) return routeToAddresses(ground, from, to.addresses, family, "out");
  throw new TypeError("one end of a way must be something in the topology");
}

export function peeringOf(ground: Ground, place: Place, family: Family): Peering {
  const text = textOfPlace(ground, place);
  const addresses = placeAddresses(ground, place);
  if (!isEnd(place)) return { text, groups: [], addresses, isOneOf: false, family };
  return { text, groups: place.securityGroups, addresses, isOneOf: true, family };
}

function placeAddresses(ground: Ground, place: Place): Intervals | undefined {
  return isEnd(place) ? insideAddresses(ground, place) : place.addresses;
}

/** Network ACLs stand between subnets only. */
function isSameSubnet(one: Place, other: Place): boolean {
  if (!isEnd(one) || !isEnd(other) || !Array.isArray(one.subnets) || !Array.isArray(other.subnets))
    return false;
  const isSingle = one.subnets.length === 1 && other.subnets.length === 1;
  return isSingle && JSON.stringify(one.subnets) === JSON.stringify(other.subnets);
}
