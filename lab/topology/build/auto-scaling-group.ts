import type { Resource } from "../graph/types";
import { isUnknown, type Knowable, type Link, type Unknown, unknown } from "../known";
import type { AutoScalingGroup } from "../model/instance";
import { type Declared, elementOf, fieldsOf } from "./declared";
import type { Fields } from "./fields";
import { configurationOf, type Launch, optional, templateOf } from "./launch";
import { zonesOf } from "./network";
import { defaultSecurityGroup } from "./security-groups-of";
import { unpackUserData } from "./user-data";

export function buildAutoScalingGroup(resource: Resource, declared: Declared): AutoScalingGroup {
  const fields = fieldsOf(resource);
  const launch = launchOf(fields, declared);
  const subnets = declared.links(fields, "vpc_zone_identifier", "subnet");
  const minSize = fields.number("min_size", unknown("min_size is not set"));
  return {
    ...elementOf(resource),
    name: fields.text("name", unknown("made up at apply")),
    minSize,
    maxSize: fields.number("max_size", unknown("max_size is not set")),
    desiredCapacity: fields.number("desired_capacity", minSize),
    subnets,
    zones: zonesOfGroup(fields, subnets, declared),
    securityGroups: securityGroupsOf(launch, subnets, declared),
    ...optional("userData", unpackUserData(isUnknown(launch) ? launch : launch.userData)),
  };
}

function zonesOfGroup(
  fields: Fields,
  subnets: Knowable<readonly Link[]>,
  declared: Declared,
): Knowable<readonly Knowable<string>[]> {
  if (isUnknown(subnets) || subnets.length > 0) return zonesOf(subnets, declared);
  return fields.texts("availability_zones");
}

function launchOf(fields: Fields, declared: Declared): Launch | Unknown {
  const configuration = fields.link("launch_configuration");
  if (configuration !== undefined) return configurationOf(configuration, declared);
  const mixed = fields.blockIfSet("mixed_instances_policy");
  if (isUnknown(mixed)) return mixed;
  if (mixed !== undefined) return mixedLaunchOf(mixed, declared);
  const template = fields.blockIfSet("launch_template");
  if (isUnknown(template)) return template;
  if (template !== undefined) return templateOf(template, declared);
  return unknown("neither launch_template nor launch_configuration is set");
}

/** Other instance types may have launch templates of their own. */
function mixedLaunchOf(mixed: Fields, declared: Declared): Launch | Unknown {
  const overrides = mixed.blocks("launch_template.override");
  if (isUnknown(overrides)) return overrides;
  const own = overrides.map((override) => override.blocks("launch_template_specification"));
  const doubtful = own.find(isUnknown);
  if (doubtful) return doubtful;
  if (own.some((blocks) => !isUnknown(blocks) && blocks.length > 0))
    return unknown("its instances come from several launch templates");
  const specification = mixed.blockIfSet("launch_template.launch_template_specification");
  if (isUnknown(specification)) return specification;
  if (specification === undefined) return unknown("it does not say which launch template");
  return templateOf(specification, declared, "launch_template_");
}

function securityGroupsOf(
  launch: Launch | Unknown,
  subnets: Knowable<readonly Link[]>,
  declared: Declared,
): Knowable<readonly Link[]> {
  if (isUnknown(launch)) return launch;
  if (isUnknown(launch.securityGroups) || launch.securityGroups.length > 0) return launch.securityGroups;
  return [defaultSecurityGroup(isUnknown(subnets) ? subnets : subnets[0], declared)];
}
