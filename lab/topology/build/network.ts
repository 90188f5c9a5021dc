import type { Resource } from "../graph/types";
import { isUnknown, type Knowable, type Link, unknown } from "../known";
import type { Subnet, Vpc } from "../model/network";
import { type Declared, elementOf, fieldsOf } from "./declared";

export function buildVpc(resource: Resource): Vpc {
  const cidr = fieldsOf(resource).text("cidr_block", unknown("cidr_block is not set"));
  return { ...elementOf(resource), cidr };
}

export function buildSubnet(resource: Resource, declared: Declared): Subnet {
  const fields = fieldsOf(resource);
  return {
    ...elementOf(resource),
    vpc: declared.link(fields, "vpc_id", "vpc"),
    zone: fields.text("availability_zone", unknown("availability_zone is not set")),
    cidr: fields.text("cidr_block", unknown("cidr_block is not set")),
  };
}

/** Zone of the subnet that a link leads to. */
export function zoneOf(link: Link, declared: Declared): Knowable<string> {
  if (isUnknown(link)) return link;
  const subnet = declared.find("subnet", link);
  if (subnet) return buildSubnet(subnet, declared).zone;
  return unknown(`the zone of ${"external" in link ? link.external : link.address} is not in the input`);
}

/** Zones of subnets, each known one once. */
export function zonesOf(
  subnets: Knowable<readonly Link[]>,
  declared: Declared,
): Knowable<readonly Knowable<string>[]> {
  if (isUnknown(subnets)) return subnets;
  return [...new Set(subnets.map((link) => zoneOf(link, declared)))];
}
