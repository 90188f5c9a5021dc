import type { Link } from "../../topology";
import type { End } from "../ends/ends";
import { type Party, partyOf } from "../ends/parties";
import type { Ground } from "../ground";
import { mayHaveFamily } from "../network/public-address";
import { insideAddresses } from "../network/subnets";
import { EVERYWHERE, IPV4, IPV6 } from "../sets/addresses";
import { covers, type Intervals, intersect, unite } from "../sets/intervals";
import type { Region } from "../sets/regions";
import { EVERYTHING } from "../sets/services";
import { isSame, keyOf } from "../values";
import { askedServices, type Question } from "../ways/ask";

/** What somebody may talk with an end about. */
export interface Allowance {
  readonly party: Party;
  readonly services: Intervals;
}

export function allowanceOf(
  ground: Ground,
  peer: string,
  about: Pick<Question, "port" | "protocol">,
): Allowance {
  return { party: partyOf(ground, peer), services: askedServices(about) };
}

/** The addresses that are allowed, and what for. `internet` is everybody, over the families that the end has. */
export function allowedRegions(
  ground: Ground,
  end: End,
  allowances: readonly Allowance[],
): readonly Region[] {
  return allowances.flatMap(({ party, services }) => {
    if (party.kind === "internet") return [{ addresses: everybodyOf(ground, end), services }];
    if (party.kind === "addresses") return [{ addresses: party.addresses, services }];
    if (party.kind === "prefix list") return [];
    return party.ends.flatMap((one) => {
      const addresses = one.privateIp === undefined ? undefined : insideAddresses(ground, one);
      return addresses === undefined ? [] : [{ addresses, services }];
    });
  });
}

function everybodyOf(ground: Ground, end: End): Intervals {
  const ipv6 = mayHaveFamily(ground, end, "ipv6") ? IPV6 : [];
  return unite(mayHaveFamily(ground, end, "ipv4") ? IPV4 : [], ipv6);
}

/**
 * What is allowed to whoever has a security group: what is said of the group itself, or of everything else here that
 * has it.
 */
export function allowedToGroup(
  ground: Ground,
  end: End,
  group: Link,
  allowances: readonly Allowance[],
): Intervals {
  const named = allowances
    .filter(
      ({ party }) =>
        party.kind === "ends" && party.group !== undefined && isSame(party.group, group) === true,
    )
    .map(({ services }) => services);
  const direct = unite(...named, allowedToAnybody(ground, end, allowances));
  const others = ground.wearersOf(keyOf(group) ?? "").filter((one) => one !== end || one.isMany);
  if (others.length === 0) return direct;
  const each = others.map((one) =>
    unite(...allowances.filter((it) => isFor(it, one)).map((it) => it.services)),
  );
  return unite(direct, each.reduce(intersect, EVERYTHING));
}

function isFor({ party }: Allowance, end: End): boolean {
  return party.kind === "ends" && party.ends.includes(end);
}

/** What is allowed to every address that an end could talk with: then it does not matter who has it. */
export function allowedToAnybody(ground: Ground, end: End, allowances: readonly Allowance[]): Intervals {
  const everybody = everybodyOf(ground, end);
  const regions = allowedRegions(ground, end, allowances);
  const whole = regions.filter(({ addresses }) => covers(addresses, intersect(EVERYWHERE, everybody)));
  return unite(...whole.map(({ services }) => services));
}

/** What is allowed to a prefix list that is kept elsewhere. */
export function allowedToList(
  ground: Ground,
  end: End,
  list: string,
  allowances: readonly Allowance[],
): Intervals {
  const named = allowances.filter(({ party }) => party.kind === "prefix list" && party.key === list);
  return unite(...named.map(({ services }) => services), allowedToAnybody(ground, end, allowances));
}
