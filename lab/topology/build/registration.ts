import { inOrder } from "../graph/address";
import type { Resource } from "../graph/types";
import { isUnknown, type Link, unknown } from "../known";
import type { Registration } from "../model/target-group";
import { type Declared, elementOf, fieldsOf } from "./declared";
import type { Fields } from "./fields";
import { inlineRegistrations } from "./inline-registration";
import { optional } from "./launch";
import { portOf } from "./registration-port";

/** Every registered target. What an auto scaling group says of itself and what is attached to it are the same. */
export function buildRegistrations(declared: Declared): readonly Registration[] {
  const own = [
    ...declared.all("attachment").map((resource) => buildAttachment(resource, declared)),
    ...declared.all("auto scaling attachment").map((resource) => buildScalingAttachment(resource, declared)),
  ];
  const registered = new Set(own.flatMap(pairOf));
  const inline = inlineRegistrations(declared).filter((registration) => {
    const [pair] = pairOf(registration);
    if (pair === undefined) return true;
    const isNew = !registered.has(pair);
    registered.add(pair);
    return isNew;
  });
  return inOrder([...own, ...inline]);
}

/** Group and target as one text, where both are known. */
function pairOf({ group, target }: Registration): string[] {
  return isUnknown(group) || isUnknown(target) ? [] : [JSON.stringify([group, target])];
}

function buildAttachment(resource: Resource, declared: Declared): Registration {
  const fields = fieldsOf(resource);
  const group = declared.link(fields, "target_group_arn", "target group");
  const port = fields.numberIfSet("port");
  const zone = fields.textIfSet("availability_zone");
  return {
    ...elementOf(resource),
    group,
    target: fields.link("target_id") ?? unknown("target_id is not set"),
    ...optional("port", portOf(group, port, declared)),
    ...optional("availabilityZone", zone),
  };
}

function buildScalingAttachment(resource: Resource, declared: Declared): Registration {
  const fields = fieldsOf(resource);
  const group = groupOfAttachment(fields, declared);
  return {
    ...elementOf(resource),
    group,
    target: declared.link(fields, "autoscaling_group_name", "auto scaling group"),
    ...optional("port", portOf(group, undefined, declared)),
  };
}

/** The argument had another name before provider 5; a traffic source has a block of its own. */
function groupOfAttachment(fields: Fields, declared: Declared): Link {
  const paths = ["lb_target_group_arn", "alb_target_group_arn", "traffic_source.identifier"];
  const links = paths.map((path) => declared.linkIfSet(fields, path, "target group"));
  return links.find((link) => link !== undefined) ?? unknown("lb_target_group_arn is not set");
}
