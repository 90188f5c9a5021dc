import { isUnknown, type Knowable, type Link, type Resource, type Topology } from "../../topology";
import { keyOf, textOf } from "../values";
import type { End } from "./ends";

/** Where resources that no part of the model stands for name their security groups, and their subnets beside them. */
const PLACES = [
  { groups: ["vpc_security_group_ids"], subnets: ["subnet_ids"] },
  { groups: ["security_group_ids"], subnets: ["subnet_ids"] },
  { groups: ["security_groups"], subnets: ["subnets"] },
  { groups: ["security_groups"], subnets: ["subnet_id"] },
  { groups: ["vpc_config", "security_group_ids"], subnets: ["vpc_config", "subnet_ids"] },
  { groups: ["network_configuration", "security_groups"], subnets: ["network_configuration", "subnets"] },
] as const;

/** They hold security groups for others, or rules of them. */
const NOT_ENDS =
  /^aws_(security_group|default_security_group|security_group_rule|vpc_security_group_\w+|network_interface_sg_attachment|launch_template|launch_configuration|db_subnet_group)$/;

/** Databases, functions, endpoints, interfaces: whatever else has security groups. */
export function otherEnds(topology: Topology, modelled: ReadonlySet<string>): readonly End[] {
  const attached = attachedInterfaces(topology);
  return topology.resources
    .filter(
      ({ address, mode, type }) =>
        mode === "managed" && !modelled.has(address) && !attached.has(address) && !NOT_ENDS.test(type),
    )
    .flatMap((resource) => endOf(resource) ?? []);
}

function endOf(resource: Resource): End | undefined {
  for (const { groups, subnets } of PLACES) {
    const securityGroups = resource.links(...groups);
    if (!isUnknown(securityGroups) && securityGroups.length === 0) continue;
    const { address } = resource;
    const privateIp = textOf(resource, "private_ip");
    return {
      ...{ address, kind: "network interface", securityGroups, resource },
      isMany: resource.instances !== undefined || resource.type === "aws_ecs_service",
      subnets: placesOf(resource, subnets),
      ...(privateIp !== undefined && !isUnknown(privateIp) && { privateIp }),
    };
  }
  return undefined;
}

function placesOf(resource: Resource, path: readonly string[]): Knowable<readonly Link[]> {
  const links = resource.links(...path);
  if (isUnknown(links) || links.length > 0) return links;
  const single = resource.link("subnet_id");
  return single === undefined ? { unknown: `the subnets of ${resource.address} are not said` } : [single];
}

/** Interfaces that are those of an instance, whose groups the instance has. */
function attachedInterfaces({ resources, instances }: Topology): ReadonlySet<string> {
  const servers = new Set(instances.map(({ address }) => address));
  const found = resources
    .filter(({ address }) => servers.has(address))
    .flatMap((server) => {
      const cards = server.blocks("network_interface");
      const first = isUnknown(cards)
        ? []
        : cards.filter((card) => Number(card.value("device_index") ?? 0) === 0);
      return first.flatMap((card) => keyOf(card.link("network_interface_id")) ?? []);
    });
  return new Set(found);
}
