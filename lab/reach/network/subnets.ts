import { follow, isUnknown, type Link, type Resource, type Subnet } from "../../topology";
import { type End, subnetsOf } from "../ends/ends";
import type { Ground } from "../ground";
import { addressesOf } from "../sets/addresses";
import { type Intervals, unite } from "../sets/intervals";
import { keyOf, textOf } from "../values";

export function subnetOf(ground: Ground, link: Link): Subnet | undefined {
  return follow(ground.topology.subnets, link);
}

/** The VPC that an end is in: that of its subnets, or else of its security groups; `undefined`: nobody can say. */
export function vpcOf(ground: Ground, end: End): Link | undefined {
  const bySubnet = subnetsOf(end).map((link) => subnetOf(ground, link)?.vpc);
  const byGroup = isUnknown(end.securityGroups)
    ? []
    : end.securityGroups.map((link) => ground.group(link)?.vpc);
  return [...bySubnet, ...byGroup].find((vpc) => keyOf(vpc) !== undefined);
}

/**
 * Addresses that an end has one of, inside of its VPC: its own where it is known, else those of its subnets.
 * `undefined`: nobody can say.
 */
export function insideAddresses(ground: Ground, end: End): Intervals | undefined {
  if (end.privateIp !== undefined) return addressesOf(end.privateIp);
  const sets = subnetsOf(end).map((link) => {
    const subnet = subnetOf(ground, link);
    return subnet && blocksOf(subnet, ground.resource(link));
  });
  const known = sets.filter((set) => set !== undefined);
  return known.length === sets.length && sets.length > 0 ? unite(...known) : undefined;
}

function blocksOf({ cidr }: Subnet, resource: Resource | undefined): Intervals | undefined {
  const ipv6 = resource && textOf(resource, "ipv6_cidr_block");
  const ipv4 = isUnknown(cidr) ? undefined : addressesOf(cidr);
  if (ipv6 === undefined) return ipv4;
  const more = isUnknown(ipv6) ? undefined : addressesOf(ipv6);
  return ipv4 && unite(ipv4, more ?? []);
}

/** The IPv4 and IPv6 blocks of a VPC, those that associations add too; `undefined`: not all are known. */
export function vpcAddresses(ground: Ground, vpc: Link | undefined): Intervals | undefined {
  const resource = ground.resource(vpc);
  if (resource === undefined) return undefined;
  const added = ground
    .resources("aws_vpc_ipv4_cidr_block_association", "aws_vpc_ipv6_cidr_block_association")
    .filter((one) => keyOf(one.link("vpc_id")) === resource.address);
  const texts = [resource, ...added].flatMap((one) =>
    ["cidr_block", "ipv6_cidr_block"].map((name) => textOf(one, name)),
  );
  const sets = texts.flatMap((text) =>
    text === undefined || isUnknown(text) ? [] : (addressesOf(text) ?? []),
  );
  return sets.length === 0 ? undefined : unite(sets);
}
