import type { Resource } from "../graph/types";
import { isUnknown, type Knowable, type Link, unknown } from "../known";
import type { LoadBalancer } from "../model/load-balancer";
import { type Declared, elementOf, fieldsOf } from "./declared";
import type { Fields } from "./fields";
import { buildLoadBalancerAttributes } from "./load-balancer-attributes";
import { zonesOf } from "./network";
import { inOneOrder } from "./order";
import { defaultSecurityGroup } from "./security-groups-of";

export function buildLoadBalancer(resource: Resource, declared: Declared): LoadBalancer {
  const fields = fieldsOf(resource);
  const loadBalancerType = fields.text("load_balancer_type", "application");
  const subnets = subnetsOf(fields, declared);
  return {
    ...elementOf(resource),
    name: fields.text("name", unknown("made up at apply")),
    loadBalancerType,
    internal: fields.flag("internal", false),
    ipAddressType: fields.text("ip_address_type", "ipv4"),
    dnsName: fields.text("dns_name", unknown("given by AWS at apply")),
    subnets,
    zones: zonesOf(subnets, declared),
    securityGroups: securityGroupsOf(fields, loadBalancerType, subnets, declared),
    attributes: buildLoadBalancerAttributes(fields),
  };
}

/** A state has both: subnets, and mappings of the same ones. */
function subnetsOf(fields: Fields, declared: Declared): Knowable<readonly Link[]> {
  const subnets = declared.links(fields, "subnets", "subnet");
  if (isUnknown(subnets) || subnets.length > 0) return subnets;
  const mappings = fields.blocks("subnet_mapping");
  if (isUnknown(mappings)) return mappings;
  if (mappings.length === 0) return fields.unset<readonly Link[]>([]);
  return inOneOrder(mappings.map((mapping) => declared.link(mapping, "subnet_id", "subnet")));
}

/** AWS gives an application load balancer without security groups the default one of its VPC. */
function securityGroupsOf(
  fields: Fields,
  loadBalancerType: Knowable<string>,
  subnets: Knowable<readonly Link[]>,
  declared: Declared,
): Knowable<readonly Link[]> {
  const links = declared.links(fields, "security_groups", "security group");
  if (isUnknown(links) || links.length > 0) return links;
  if (isUnknown(loadBalancerType)) return loadBalancerType;
  if (loadBalancerType !== "application") return fields.unset<readonly Link[]>([]);
  const firstSubnet = isUnknown(subnets) ? subnets : subnets[0];
  return fields.unset<readonly Link[]>([defaultSecurityGroup(firstSubnet, declared)]);
}
