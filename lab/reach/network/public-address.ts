import { isUnknown, type Knowable, type Resource } from "../../topology";
import { type End, subnetsOf } from "../ends/ends";
import type { Ground } from "../ground";
import type { Family } from "../sets/addresses";
import { flagOf, keyOf, numberOf, textOf } from "../values";

/** Whether an end has an address of the internet, and what gives it one. */
type PublicAddress = { readonly by: string } | { readonly none: string } | { readonly unknown: string };

/** An address of its own that the internet can send to; load balancers get theirs by being internet-facing. */
export function publicAddressOf(ground: Ground, end: End, family: Family): PublicAddress {
  if (end.kind === "load balancer") return ofLoadBalancer(end, family);
  if (family === "ipv6") return ipv6Of(ground, end);
  const elastic = elasticOf(ground, end);
  if (elastic !== undefined) return elastic;
  const { resource } = end;
  const shown = resource && textOf(resource, "public_ip");
  if (shown !== undefined && !isUnknown(shown)) return { by: end.address };
  const launch = resource && launchOf(ground, resource);
  const own = resource && flagOf(resource, "associate_public_ip_address");
  const given =
    own ??
    (launch &&
      (flagOf(launch, "network_interfaces", "associate_public_ip_address") ??
        flagOf(launch, "associate_public_ip_address")));
  if (given !== undefined) return fromFlag(given, end.address, `${end.address} has no public address`);
  if (end.kind === "network interface") return { none: `${end.address} has no public address` };
  return ofSubnets(ground, end, "map_public_ip_on_launch", "public address");
}

function ofLoadBalancer({ address, resource }: End, family: Family): PublicAddress {
  const internal = resource && flagOf(resource, "internal");
  const type = (resource && textOf(resource, "ip_address_type")) ?? "ipv4";
  if (internal !== undefined && isUnknown(internal)) return internal;
  if (internal === true) return { none: `${address} is internal` };
  if (isUnknown(type)) return type;
  if (family === "ipv6" && type === "ipv4")
    return { none: `${address} has no IPv6 address (ip_address_type)` };
  if (family === "ipv4" && type === "dualstack-without-public-ipv4")
    return { none: `${address} has no public IPv4 address (ip_address_type)` };
  return { by: address };
}

function elasticOf(ground: Ground, { address }: End): PublicAddress | undefined {
  const places = [
    ...ground.resources("aws_eip").map((eip) => ({ eip, names: ["instance", "network_interface"] })),
    ...ground
      .resources("aws_eip_association")
      .map((eip) => ({ eip, names: ["instance_id", "network_interface_id"] })),
  ];
  const found = places.find(({ eip, names }) => names.some((name) => keyOf(eip.link(name)) === address));
  if (found) return { by: found.eip.address };
  const open = places.find(({ eip, names }) => names.some((name) => isUnknown(eip.link(name))));
  return open && { unknown: `${open.eip.address} may be for ${address}` };
}

/** What an instance or an auto scaling group is launched from. */
function launchOf(ground: Ground, resource: Resource): Resource | undefined {
  const link =
    resource.link("launch_template", "id") ??
    resource.link("launch_template", "name") ??
    resource.link("launch_configuration") ??
    resource.link(
      "mixed_instances_policy",
      "launch_template",
      "launch_template_specification",
      "launch_template_id",
    );
  return ground.resource(link);
}

function ipv6Of(ground: Ground, end: End): PublicAddress {
  const { resource, address } = end;
  const count = resource && numberOf(resource, "ipv6_address_count");
  const listed = resource?.value("ipv6_addresses");
  if (typeof count === "number" && count > 0) return { by: address };
  if (Array.isArray(listed) && listed.length > 0) return { by: address };
  return ofSubnets(ground, end, "assign_ipv6_address_on_creation", "IPv6 address");
}

function ofSubnets(ground: Ground, end: End, argument: string, what: string): PublicAddress {
  const subnets = subnetsOf(end);
  for (const link of subnets) {
    const subnet = ground.resource(link);
    if (subnet === undefined)
      return { unknown: `whether the subnet of ${end.address} gives it a ${what} is not said here` };
    const fallback = argument === "map_public_ip_on_launch" && subnet.type === "aws_default_subnet";
    const given = flagOf(subnet, argument) ?? fallback;
    if (given !== false) return fromFlag(given, subnet.address, "");
  }
  return { none: `${end.address} has no ${what}` };
}

function fromFlag(given: Knowable<boolean>, by: string, none: string): PublicAddress {
  if (isUnknown(given)) return { unknown: `whether ${by} has a public address: ${given.unknown}` };
  return given ? { by } : { none };
}

/** Whether an end may speak a family at all; what is not known may. */
export function mayHaveFamily(ground: Ground, end: End, family: Family): boolean {
  if (family === "ipv4")
    return !subnetsOf(end).some((link) => {
      const subnet = ground.resource(link);
      return subnet !== undefined && flagOf(subnet, "ipv6_native") === true;
    });
  if (end.kind !== "load balancer") return !("none" in ipv6Of(ground, end));
  const type = (end.resource && textOf(end.resource, "ip_address_type")) ?? "ipv4";
  return type !== "ipv4";
}
