import { ByLink, type Element, isUnknown, type Knowable, type Link } from "../../topology";
import type { Comparison } from "../comparison";

/** Addresses of network resources that something stands in or needs, each with the addresses of who does. */
export function groundUnder(comparison: Comparison): ReadonlyMap<string, readonly string[]> {
  const { before } = comparison;
  const users = new Map<string, Set<string>>();
  const note = (links: readonly (Link | undefined)[], user: string) => {
    for (const link of links)
      if (link !== undefined && "address" in link)
        users.set(link.address, (users.get(link.address) ?? new Set()).add(user));
  };
  const surroundings = new Surroundings(before);
  for (const { address, places } of standing(comparison)) {
    note(places, address);
    for (const place of places) if ("address" in place) note(surroundings.of(place.address), address);
  }
  return new Map(
    [...users].sort(([one], [other]) => (one < other ? -1 : 1)).map(([at, who]) => [at, [...who]]),
  );
}

/** Load balancers and servers that are not destroyed themselves, with their subnets. */
function standing(comparison: Comparison) {
  const { loadBalancers, instances, autoScalingGroups } = comparison.before.topology;
  const places = (element: Element, subnets: Knowable<readonly Link[]>) => ({
    address: element.address,
    places: isUnknown(subnets) ? [] : subnets,
  });
  return [
    ...loadBalancers.map((lb) => places(lb, lb.subnets)),
    ...autoScalingGroups.map((group) => places(group, group.subnets)),
    ...instances.map((one) => places(one, one.subnet === undefined ? [] : [one.subnet])),
  ].filter((one) => !comparison.isGone(one));
}

/** What subnets lie in, and what their traffic passes: VPC, route tables with their gateways, network ACLs. */
class Surroundings {
  readonly #tables: ByLink;
  readonly #routes: ByLink;

  constructor(private readonly side: Comparison["before"]) {
    this.#tables = new ByLink(side.resources("aws_route_table_association"), "subnet_id");
    this.#routes = new ByLink(side.resources("aws_route"), "route_table_id");
  }

  of(subnet: string): readonly (Link | undefined)[] {
    const vpc = this.side.resource(subnet)?.link("vpc_id");
    const tables = this.#tables.to(subnet).map((association) => association.link("route_table_id"));
    const gateways = tables.flatMap((table) =>
      table !== undefined && "address" in table
        ? this.#routes
            .to(table.address)
            .flatMap((route) => [route.link("gateway_id"), route.link("nat_gateway_id")])
        : [],
    );
    const filters = this.side.resources("aws_network_acl").filter((acl) => {
      const subnets = acl.links("subnet_ids");
      return !isUnknown(subnets) && subnets.some((link) => "address" in link && link.address === subnet);
    });
    return [vpc, ...tables, ...gateways, ...filters.map(({ address }) => ({ address }))];
  }
}
