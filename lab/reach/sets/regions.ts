import { type Intervals, intersect, isEmpty, subtract, unite } from "./intervals";

/** Traffic: each of these addresses at the other end, with each of these services. */
export interface Region {
  readonly addresses: Intervals;
  readonly services: Intervals;
}

/** What is in the regions and in none of those taken away. */
export function subtractRegions(from: readonly Region[], taken: readonly Region[]): readonly Region[] {
  return taken.reduce<readonly Region[]>(
    (left, hole) => left.flatMap((region) => subtractRegion(region, hole)),
    from,
  );
}

function subtractRegion(region: Region, hole: Region): readonly Region[] {
  const shared = intersect(region.addresses, hole.addresses);
  const services = subtract(region.services, hole.services);
  if (isEmpty(shared)) return [region];
  return [
    { addresses: subtract(region.addresses, hole.addresses), services: region.services },
    { addresses: shared, services },
  ].filter(isSome);
}

export function intersectRegions(one: readonly Region[], other: readonly Region[]): readonly Region[] {
  return one
    .flatMap((a) =>
      other.map((b) => ({
        addresses: intersect(a.addresses, b.addresses),
        services: intersect(a.services, b.services),
      })),
    )
    .filter(isSome);
}

/** All services that some address has. */
export function servicesIn(regions: readonly Region[]): Intervals {
  return unite(...regions.map(({ services }) => services));
}

/** All addresses that have some service. */
export function addressesIn(regions: readonly Region[]): Intervals {
  return unite(...regions.map(({ addresses }) => addresses));
}

function isSome({ addresses, services }: Region): boolean {
  return !isEmpty(addresses) && !isEmpty(services);
}
