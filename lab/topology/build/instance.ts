import type { Resource } from "../graph/types";
import { isUnknown, type Knowable, type Link, type Unknown, unknown } from "../known";
import type { Instance } from "../model/instance";
import { type Declared, elementOf, fieldsOf } from "./declared";
import type { Fields } from "./fields";
import { type Launch, optional, templateOf } from "./launch";
import { zoneOf } from "./network";
import { inOneOrder } from "./order";
import { defaultSecurityGroup } from "./security-groups-of";
import { userDataOf } from "./user-data";

const nothing: Launch = { securityGroups: [] };

/** @param attached groups that resources of their own attach to this instance's network interface */
export function buildInstance(resource: Resource, declared: Declared, attached: readonly Link[]): Instance {
  const fields = fieldsOf(resource);
  const launch = launchOf(fields, declared);
  const network = interfaceOf(fields, declared);
  const subnet =
    declared.linkIfSet(fields, "subnet_id", "subnet") ??
    (network && declared.linkIfSet(network, "subnet_id", "subnet")) ??
    (isUnknown(launch) ? undefined : launch.subnet);
  return {
    ...elementOf(resource),
    ...optional("name", fields.textIfSet("tags.Name")),
    ...optional("subnet", subnet),
    zone: zoneOfInstance(fields, subnet, launch, declared),
    privateIp: privateIpOf(fields, network),
    instanceType: fields.textIfSet("instance_type") ?? fromLaunch(launch, "instanceType", fields),
    securityGroups: withAttached(securityGroupsOf(fields, network, launch, subnet, declared), attached),
    ...optional("userData", userDataOf(fields) ?? (isUnknown(launch) ? launch : launch.userData)),
  };
}

/** Groups that `aws_network_interface_sg_attachment` adds, by the address of the instance. */
export function attachedGroups(declared: Declared): ReadonlyMap<string, readonly Link[]> {
  const attached = new Map<string, Link[]>();
  for (const resource of declared.all("security group attachment")) {
    const fields = fieldsOf(resource);
    const owner = fields.link("network_interface_id");
    if (owner === undefined || !("address" in owner)) continue;
    const group = declared.link(fields, "security_group_id", "security group");
    attached.set(owner.address, [...(attached.get(owner.address) ?? []), group]);
  }
  return attached;
}

function launchOf(fields: Fields, declared: Declared): Launch | Unknown {
  const block = fields.blockIfSet("launch_template");
  if (block === undefined) return nothing;
  return isUnknown(block) ? block : templateOf(block, declared);
}

/** The first network interface, where it is a resource of its own. */
function interfaceOf(fields: Fields, declared: Declared): Fields | undefined {
  const blocks = fields.blocks("network_interface");
  if (isUnknown(blocks)) return undefined;
  const first = blocks.find((block) => block.number("device_index", 0) === 0);
  const resource = declared.find("network interface", first?.link("network_interface_id"));
  return resource && fieldsOf(resource);
}

/** In a plan its own zone is not known before the apply, while that of its subnet may be. */
function zoneOfInstance(
  fields: Fields,
  subnet: Link | undefined,
  launch: Launch | Unknown,
  declared: Declared,
): Knowable<string> {
  const own = fields.textIfSet("availability_zone");
  if (own !== undefined && !isUnknown(own)) return own;
  if (subnet !== undefined) return zoneOf(subnet, declared);
  if (own !== undefined) return own;
  if (isUnknown(launch)) return launch;
  return launch.zone ?? fields.unset<string>(unknown("neither subnet_id nor availability_zone is set"));
}

function privateIpOf(fields: Fields, network: Fields | undefined): Knowable<string> {
  const own = fields.textIfSet("private_ip");
  if (own !== undefined) return own;
  const addresses = network?.texts("private_ips") ?? [];
  const first = isUnknown(addresses) ? addresses : addresses[0];
  return first ?? unknown("given by AWS at launch");
}

function fromLaunch(launch: Launch | Unknown, key: "instanceType", fields: Fields): Knowable<string> {
  if (isUnknown(launch)) return launch;
  return launch[key] ?? fields.unset<string>(unknown("instance_type is not set"));
}

function securityGroupsOf(
  fields: Fields,
  network: Fields | undefined,
  launch: Launch | Unknown,
  subnet: Link | undefined,
  declared: Declared,
): Knowable<readonly Link[]> {
  const named = [
    () => declared.links(fields, "vpc_security_group_ids", "security group"),
    () => declared.links(fields, "security_groups", "security group"),
    () => (network ? declared.links(network, "security_groups", "security group") : []),
    () => (isUnknown(launch) ? launch : launch.securityGroups),
  ];
  for (const read of named) {
    const links = read();
    if (isUnknown(links) || links.length > 0) return links;
  }
  return fields.unset<readonly Link[]>([defaultSecurityGroup(subnet, declared)]);
}

function withAttached(
  groups: Knowable<readonly Link[]>,
  attached: readonly Link[],
): Knowable<readonly Link[]> {
  if (isUnknown(groups) || attached.length === 0) return groups;
  const others = attached.filter((link) => !groups.some((group) => sameLink(group, link)));
  return inOneOrder([...groups, ...others]);
}

function sameLink(one: Link, other: Link): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
