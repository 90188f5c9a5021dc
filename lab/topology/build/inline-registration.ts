import type { Resource } from "../graph/types";
import { isUnknown, type Knowable, type Link, unknown } from "../known";
import type { Registration } from "../model/target-group";
import { type Declared, elementOf, fieldsOf } from "./declared";
import type { Fields } from "./fields";
import { optional } from "./launch";
import { portOf } from "./registration-port";

/** Targets that register themselves: auto scaling groups and container services that name their target groups. */
export function inlineRegistrations(declared: Declared): readonly Registration[] {
  return [
    ...declared.all("auto scaling group").flatMap((resource) => scalingGroup(resource, declared)),
    ...declared.all("container service").flatMap((resource) => containerService(resource, declared)),
  ];
}

function scalingGroup(resource: Resource, declared: Declared): readonly Registration[] {
  if (resource.mode === "data") return [];
  const fields = fieldsOf(resource);
  const arns = declared.links(fields, "target_group_arns", "target group");
  const target = { address: resource.address };
  const register = (argument: string, groups: Knowable<readonly Link[]>) =>
    (isUnknown(groups) ? [groups] : groups).map((group, index) => ({
      ...elementOf(resource),
      address: addressOf(resource, argument, group, index),
      group,
      target,
      ...optional("port", portOf(group, undefined, declared)),
    }));
  return [
    ...register("target_group_arns", arns),
    ...register("traffic_source", trafficSources(fields, declared)),
  ];
}

/** Traffic sources may be of other services too. */
function trafficSources(fields: Fields, declared: Declared): Knowable<readonly Link[]> {
  const blocks = fields.blocks("traffic_source");
  if (isUnknown(blocks)) return blocks;
  return blocks
    .filter((block) => block.text("type", "elbv2") === "elbv2")
    .map((block) => declared.link(block, "identifier", "target group"));
}

/** Its tasks are registered as they start, by address, however many there are. */
function containerService(resource: Resource, declared: Declared): readonly Registration[] {
  const blocks = fieldsOf(resource).blocks("load_balancer");
  const address = (group: Link, index: number) => addressOf(resource, "load_balancer", group, index);
  const target = { address: resource.address };
  if (isUnknown(blocks))
    return [{ ...elementOf(resource), address: address(blocks, 0), group: blocks, target, port: blocks }];
  return blocks
    .map((block) => ({
      group: declared.linkIfSet(block, "target_group_arn", "target group"),
      port: block.number("container_port", unknown("container_port is not set")),
    }))
    .flatMap(({ group, port }, index) =>
      // A classic load balancer is named by elb_name instead.
      group === undefined
        ? []
        : [{ ...elementOf(resource), address: address(group, index), group, target, port }],
    );
}

/** Names the argument that registers, and the group rather than its place: places change. */
function addressOf(resource: Resource, argument: string, group: Link, index: number): string {
  const key = "address" in group ? group.address : "external" in group ? group.external : index;
  return `${resource.address}.${argument}[${JSON.stringify(key)}]`;
}
