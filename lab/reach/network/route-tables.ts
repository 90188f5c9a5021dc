import { type Block, isUnknown, type Knowable, type Link, type Resource } from "../../topology";
import type { Ground } from "../ground";
import { addressesOf } from "../sets/addresses";
import { type Intervals, intersect, isEmpty, subtract } from "../sets/intervals";
import { isSame, keyOf, textOf } from "../values";
import { adoptedOf } from "./adopted";
import { subnetOf } from "./subnets";

/** Arguments that say where a route leads. */
const TARGETS = [
  "gateway_id",
  "nat_gateway_id",
  "egress_only_gateway_id",
  "vpc_peering_connection_id",
  "transit_gateway_id",
  "network_interface_id",
  "vpc_endpoint_id",
  "carrier_gateway_id",
  "local_gateway_id",
  "core_network_arn",
  "instance_id",
] as const;

const DESTINATIONS = [
  "cidr_block",
  "destination_cidr_block",
  "ipv6_cidr_block",
  "destination_ipv6_cidr_block",
];

export interface Route {
  /** Address of the resource that declares it: the table itself for a block in it. */
  readonly at: string;
  readonly destination: Intervals;
  /** The argument that says where it leads, such as `gateway_id`. */
  readonly by: string;
  readonly to: Link | undefined;
}

/** The part of some addresses that one route leads to; absent route: none does. */
export interface Leading {
  readonly addresses: Intervals;
  readonly route?: Route;
}

/** Where traffic from a subnet to these addresses goes: the narrowest route that has an address counts. */
export function leadFrom(ground: Ground, subnet: Link, addresses: Intervals): Knowable<readonly Leading[]> {
  const routes = routesOf(ground, subnet);
  if (isUnknown(routes)) return routes;
  const found: Leading[] = [];
  let left = addresses;
  for (const route of [...routes].sort((one, other) => (sizeOf(one) < sizeOf(other) ? -1 : 1))) {
    const part = intersect(left, route.destination);
    if (!isEmpty(part)) found.push({ addresses: part, route });
    left = subtract(left, route.destination);
  }
  return isEmpty(left) ? found : [...found, { addresses: left }];
}

function sizeOf({ destination: [block] }: Route): bigint {
  return block === undefined ? 0n : block.last - block.first;
}

/** The routes of the table that a subnet uses, without the one that every table has for its VPC. */
function routesOf(ground: Ground, subnet: Link): Knowable<readonly Route[]> {
  const table = tableOf(ground, subnet);
  if (isUnknown(table)) return table;
  if (ground.hasModules) return { unknown: "a module that cannot be looked into may add routes" };
  const standalone = ground.byLink("aws_route", "route_table_id");
  const { lost } = standalone;
  if (lost) return { unknown: `which route table ${lost.address} belongs to is not known` };
  if (table === "main") return [];
  const inline = table.blocks("route");
  if (isUnknown(inline)) return { unknown: `the routes of ${table.address}: ${inline.unknown}` };
  const added = standalone.to(table.address);
  const open = [...inline, ...added].find((route) =>
    DESTINATIONS.some((name) => isUnknown(textOf(route, name))),
  );
  if (open) return { unknown: `where a route of ${table.address} leads to is not known` };
  return [
    ...inline.flatMap((block) => routeOf(block, table.address)),
    ...added.flatMap((route) => routeOf(route, route.address)),
  ];
}

/** One to a prefix list is left out: which addresses that are, nobody here can say, and AWS's own are services only. */
function routeOf(block: Block, at: string): readonly Route[] {
  const by = TARGETS.find((name) => textOf(block, name) !== undefined) ?? "nowhere";
  return DESTINATIONS.flatMap((name) => {
    const text = textOf(block, name);
    const destination = text === undefined || isUnknown(text) ? undefined : addressesOf(text);
    return destination === undefined ? [] : [{ at, destination, by, to: block.link(by) }];
  });
}

/** The route table that a subnet uses; `main`: the one that its VPC has from the start, without routes. */
function tableOf(ground: Ground, link: Link): Knowable<Resource | "main"> {
  const subnet = subnetOf(ground, link);
  if (isUnknown(link)) return { unknown: `which subnet it is: ${link.unknown}` };
  if (subnet === undefined) return { unknown: `the subnet ${keyOf(link)} is not declared here` };
  const own = associated(ground, "aws_route_table_association", "subnet_id", link);
  if (own !== undefined) return own;
  const vpc = ground.resource(subnet.vpc);
  const isNew = vpc?.mode === "managed" && vpc.type === "aws_vpc" && typeof vpc.value("id") !== "string";
  const main = associated(ground, "aws_main_route_table_association", "vpc_id", subnet.vpc);
  if (main !== undefined) return main;
  const adopted = adoptedOf(ground, "aws_default_route_table", "default_route_table_id", subnet.vpc);
  if (adopted) return adopted;
  return isNew ? "main" : { unknown: `the route table of ${keyOf(link)} is not declared here` };
}

function associated(
  ground: Ground,
  type: string,
  argument: string,
  owner: Link,
): Knowable<Resource> | undefined {
  const [found] = ground.byLink(type, argument).to(keyOf(owner) ?? "");
  if (found === undefined) {
    const open = ground.resources(type).find((one) => isSame(one.link(argument), owner) === undefined);
    return open && { unknown: `whether ${open.address} is for ${keyOf(owner)} is not known` };
  }
  const table = ground.resource(found.link("route_table_id"));
  if (table?.mode === "managed" && table.type.endsWith("route_table")) return table;
  return { unknown: `the route table that ${found.address} names is not declared here` };
}
