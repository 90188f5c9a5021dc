import type { Resource } from "../graph/types";
import { isUnknown, type Knowable, type Link, type Unknown, unknown } from "../known";
import type { Instance } from "../model/instance";
import { type AttachedGroups, withAttached } from "./attached-groups";
import { type Declared, elementOf, fieldsOf } from "./declared";
import type { Fields } from "./fields";
import { type Launch, optional, templateOf } from "./launch";
import { zoneOf } from "./network";
import { defaultSecurityGroup } from "./security-groups-of";
import { packedUserData, unpackUserData } from "./user-data";

const nothing: Launch = { securityGroups: [] };

export function buildInstance(resource: Resource, attached: AttachedGroups, declared: Declared): Instance {
  const fields = fieldsOf(resource);
  const launch = launchOf(fields, declared);
  const card = interfaceOf(fields, declared);
  const network = card === undefined || isUnknown(card) ? card : fieldsOf(card);
  const subnet = subnetOf(fields, network, launch, declared);
  const groups = securityGroupsOf(fields, network, launch, subnet, declared);
  const userData = unpackUserData(packedUserData(fields), isUnknown(launch) ? launch : launch.userData);
  const primary = fields.textIfSet("primary_network_interface_id");
  const owners = [resource.address, card && !isUnknown(card) ? card.address : undefined, primary];
  return {
    ...elementOf(resource),
    ...optional("name", fields.textIfSet("tags.Name")),
    ...optional("subnet", subnet),
    zone: zoneOfInstance(fields, subnet, launch, declared),
    privateIp: privateIpOf(fields, network),
    instanceType: fields.textIfSet("instance_type") ?? typeOf(launch, fields),
    securityGroups: withAttached(
      groups,
      owners.filter((owner) => typeof owner === "string"),
      attached,
    ),
    ...optional("userData", userData ?? fields.unset<undefined>(undefined)),
  };
}

function subnetOf(
  fields: Fields,
  network: Fields | Unknown | undefined,
  launch: Launch | Unknown,
  declared: Declared,
): Link | undefined {
  const own = declared.linkIfSet(fields, "subnet_id", "subnet");
  if (own !== undefined) return own;
  if (network !== undefined)
    return isUnknown(network) ? network : declared.linkIfSet(network, "subnet_id", "subnet");
  return isUnknown(launch) ? launch : launch.subnet;
}

function launchOf(fields: Fields, declared: Declared): Launch | Unknown {
  const block = fields.blockIfSet("launch_template");
  if (block === undefined) return nothing;
  return isUnknown(block) ? block : templateOf(block, declared);
}

/** Its first network interface, where that is a resource of its own; `undefined`: it is made with the instance. */
function interfaceOf(fields: Fields, declared: Declared): Resource | Unknown | undefined {
  const blocks = fields.blocks("network_interface");
  if (isUnknown(blocks)) return blocks;
  const first = blocks.find((block) => block.number("device_index", 0) === 0);
  if (first === undefined) return undefined;
  const link = declared.link(first, "network_interface_id", "network interface");
  if (isUnknown(link)) return link;
  return (
    declared.find("network interface", link) ?? unknown("its network interface is not declared in this input")
  );
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

function privateIpOf(fields: Fields, network: Fields | Unknown | undefined): Knowable<string> {
  const own = fields.textIfSet("private_ip");
  if (own !== undefined) return own;
  const addresses = network === undefined || isUnknown(network) ? [] : network.texts("private_ips");
  const first = isUnknown(addresses) ? addresses : addresses[0];
  return first ?? unknown("given by AWS at launch");
}

function typeOf(launch: Launch | Unknown, fields: Fields): Knowable<string> {
  if (isUnknown(launch)) return launch;
  return launch.instanceType ?? fields.unset<string>(unknown("instance_type is not set"));
}

function securityGroupsOf(
  fields: Fields,
  network: Fields | Unknown | undefined,
  launch: Launch | Unknown,
  subnet: Link | undefined,
  declared: Declared,
): Knowable<readonly Link[]> {
  const named = [
    () => declared.links(fields, "vpc_security_group_ids", "security group"),
    () => declared.links(fields, "security_groups", "security group"),
    () => {
      if (network === undefined || isUnknown(network)) return network ?? [];
      return declared.links(network, "security_groups", "security group");
    },
    () => (isUnknown(launch) ? launch : launch.securityGroups),
  ];
  for (const read of named) {
    const links = read();
    if (isUnknown(links) || links.length > 0) return links;
  }
  return fields.unset<readonly Link[]>([defaultSecurityGroup(subnet, declared)]);
}
