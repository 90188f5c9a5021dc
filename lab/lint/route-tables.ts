import { type Block, ByLink, isUnknown, type Resource, type Subnet } from "../topology";
import { memoize } from "./memoize";
import type { Subject } from "./subject";
import { isOwnVpc, isThereAlready } from "./vpcs";

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
  "odb_network_arn",
] as const;

/** A route table that is declared here, or the one that a VPC which is made here has from the start. */
export type RouteTable = Resource | "main";

/** The route table that a subnet uses; `undefined`: nobody can say. */
export function routeTableOf(subject: Subject, subnet: Subnet): RouteTable | undefined {
  const own = tableIn(subject, "aws_route_table_association", "subnet_id", subnet);
  if (own !== "none") return own;
  const { vpc } = subnet;
  if (!("address" in vpc) || !isOwnVpc(subject, vpc) || isThereAlready(subject, vpc)) return undefined;
  const main = tableIn(subject, "aws_main_route_table_association", "vpc_id", vpc);
  if (main !== "none") return main;
  return subject.resources("aws_default_route_table").length > 0 ? undefined : "main";
}

/** The kind of target of every route, such as `gateway_id`; `undefined`: there may be more of them. */
export function routesOf(subject: Subject, table: RouteTable): readonly string[] | undefined {
  if (hasModules(subject)) return undefined;
  const standalone = routesByTable(subject);
  // which table it is that nobody can say may be this one
  if (standalone.lost) return undefined;
  if (table === "main") return [];
  const inline = table.blocks("route");
  if (isUnknown(inline)) return undefined;
  return [...inline, ...standalone.to(table.address)].map(targetOf);
}

const routesByTable = memoize(
  (subject: Subject) => new ByLink(subject.resources("aws_route"), "route_table_id"),
);

const associations = memoize((subject: Subject) =>
  memoize((typeAndArgument: string) => {
    const [type = "", argument = ""] = typeAndArgument.split(" ");
    return new ByLink(subject.resources(type), argument);
  }),
);

/** The table that associations of a kind give to something; `none`: there is no such association. */
function tableIn(
  subject: Subject,
  type: string,
  argument: string,
  owner: { readonly address: string },
): Resource | "none" | undefined {
  if (hasModules(subject)) return undefined;
  const [found] = associations(subject)(`${type} ${argument}`).to(owner.address);
  if (found === undefined) {
    const isLost =
      subject.resources(type).some((one) => isUnknown(one.link(argument))) || isThereAlready(subject, owner);
    return isLost ? undefined : "none";
  }
  const link = found.link("route_table_id");
  const table = link !== undefined && "address" in link ? subject.resource(link.address) : undefined;
  const isDeclared = table?.type === "aws_route_table" && table.mode === "managed";
  return isDeclared && !found.instances ? table : undefined;
}

/** An argument that is set says the kind even where its value is not known; an empty one is not set. */
function targetOf(route: Block): string {
  const isSet = (value: unknown) => value !== undefined && value !== "";
  return TARGETS.find((name) => isSet(route.value(name))) ?? "none";
}

/** A module in a synthesized stack may add routes and associations. */
function hasModules(subject: Subject): boolean {
  return subject.topology.ignored.some(({ type }) => type === "module");
}
