import { isUnknown, type Knowable, type Link } from "../../topology";
import type { End } from "../ends/ends";
import type { Ground } from "../ground";
import { EVERYWHERE, type Family, ofFamily } from "../sets/addresses";
import { covers, type Intervals, overlap } from "../sets/intervals";
import { addressesIn, intersectRegions, type Region, subtractRegions } from "../sets/regions";
import { renderServices } from "../sets/services";
import { isSame } from "../values";
import type { Step } from "../verdict";
import { type Direction, type Grant, grantsOf } from "./grants";

/** Who is at the other end, as security groups see it. */
export interface Peering {
  /** As messages name it. */
  readonly text: string;
  /** Its security groups; none for plain addresses. */
  readonly groups: Knowable<readonly Link[]>;
  /** `undefined`: nobody can say. */
  readonly addresses: Intervals | undefined;
  /** Whether it has one of these addresses, and nobody can say which; otherwise all of them are meant. */
  readonly isOneOf: boolean;
  readonly family: Family;
}

/** What one grant opens for somebody: these regions; `undefined`: nobody can say. */
export function opened(
  ground: Ground,
  grant: Grant,
  { groups, text }: Peering,
): Region | "nothing" | { readonly unknown: string } {
  const { peer, services } = grant;
  if (isUnknown(services)) return services;
  if (isUnknown(peer)) return peer;
  if ("addresses" in peer) return { addresses: peer.addresses, services };
  if ("prefixList" in peer) return { unknown: `what is in ${peer.prefixList} is not declared here` };
  if (isUnknown(groups)) return { unknown: `security groups: ${groups.unknown}` };
  const same = groups.map((group) => isSame(group, peer.group) ?? isSameById(ground, group, peer.group));
  if (same.includes(true)) return { addresses: EVERYWHERE, services };
  return same.includes(undefined) ? { unknown: `whether ${text} has ${peer.text} is not known` } : "nothing";
}

/** Where the id of the one that is declared here is known already. */
function isSameById(ground: Ground, one: Link, other: Link): boolean | undefined {
  const [id, another] = [one, other].map((link) =>
    "address" in link ? ground.resource(link)?.value("id") : "external" in link ? link.external : undefined,
  );
  const areIds = [id, another].every((text) => typeof text === "string" && /^sg-/.test(text));
  return areIds ? id === another : undefined;
}

/** Whether the security groups of an end let it talk with somebody. */
export function admissionStep(
  ground: Ground,
  end: End,
  direction: Direction,
  peering: Peering,
  services: Intervals,
): Step {
  const grants = grantsOf(ground, end, direction).map((grant) => ({
    grant,
    what: opened(ground, grant, peering),
  }));
  const at = `${direction} of ${end.address}`;
  const everybody = ofFamily(EVERYWHERE, peering.family);
  const addresses = ofFamily(peering.addresses ?? EVERYWHERE, peering.family);
  const asked: readonly Region[] = [{ addresses, services }];
  const regions = grants.flatMap(({ grant, what }) =>
    what === "nothing" ||
    isUnknown(what) ||
    (peering.addresses === undefined && !covers(what.addresses, everybody))
      ? []
      : [{ rule: grant.rule, region: what }],
  );
  const used = regions.filter(({ region }) => intersectRegions(asked, [region]).length > 0);
  const left = subtractRegions(
    asked,
    used.map(({ region }) => region),
  );
  const by = [...new Set(used.map(({ rule }) => rule))];
  if (left.length === 0) return { verdict: "yes", at, by };
  const why = wordsFor(direction, end, peering, left);
  const doubt = grants.map(({ grant, what }) => doubtOf(grant, what, peering, services)).find(Boolean);
  if (used.length === 0) {
    if (doubt !== undefined) return { verdict: "unknown", at, by, why: doubt };
    return { verdict: "no", at, by, why: `${why}${nearMiss(grants, services, peering)}` };
  }
  const isByAddress = peering.isOneOf && !covers(addressesIn(left), addresses);
  return { verdict: isByAddress ? "unknown" : "some", at, by, why };
}

function doubtOf(
  grant: Grant,
  what: ReturnType<typeof opened>,
  { addresses }: Peering,
  services: Intervals,
): string | undefined {
  if (what === "nothing" || (!isUnknown(grant.services) && !overlap(grant.services, services)))
    return undefined;
  if (isUnknown(what)) return what.unknown;
  return addresses === undefined ? `whether ${grant.rule} is for it depends on its address` : undefined;
}

function wordsFor(direction: Direction, end: End, { text }: Peering, left: readonly Region[]): string {
  const [missing] = left;
  const what = renderServices(missing?.services ?? []);
  const who = direction === "ingress" ? `admits ${text} to ${what}` : `lets it out to ${what} of ${text}`;
  return `no ${direction} rule of the security groups of ${end.address} ${who}`;
}

/** The rule that comes closest: for the same ports but somebody else, or for the same one but other ports. */
function nearMiss(
  grants: readonly { readonly grant: Grant; readonly what: ReturnType<typeof opened> }[],
  services: Intervals,
  { addresses }: Peering,
): string {
  const isForIt = ({ what }: (typeof grants)[number]) =>
    what !== "nothing" && !isUnknown(what) && overlap(what.addresses, addresses ?? EVERYWHERE);
  const near =
    grants.find(isForIt) ??
    grants.find(({ grant }) => !isUnknown(grant.services) && overlap(grant.services, services));
  if (near === undefined) return "; there is no rule that comes near";
  const { rule, peer, services: own } = near.grant;
  const who = isUnknown(peer) ? "somebody" : peer.text;
  const what = isUnknown(own) ? "unknown ports" : renderServices(own);
  return `; the nearest one, ${rule}, is for ${what} and ${who}`;
}
