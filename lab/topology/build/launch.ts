import type { Resource } from "../graph/types";
import { isUnknown, type Knowable, type Link, type Unknown, unknown } from "../known";
import { type Declared, fieldsOf } from "./declared";
import type { Fields } from "./fields";
import { type Packed, packedTemplateUserData, packedUserData } from "./user-data";

/** What a launch template or a launch configuration gives to instances that do not say it themselves. */
export interface Launch {
  readonly instanceType?: Knowable<string>;
  readonly zone?: Knowable<string>;
  readonly subnet?: Link;
  /** Empty: none are named. */
  readonly securityGroups: Knowable<readonly Link[]>;
  readonly userData?: Packed;
}

/**
 * What the launch template of a block gives; a block names it by `id` or `name`, or with a prefix, as in
 * `launch_template_id`.
 */
export function templateOf(block: Fields, declared: Declared, prefix = ""): Launch | Unknown {
  const link = block.link(`${prefix}id`) ?? block.link(`${prefix}name`);
  if (link === undefined) return unknown("it does not say which launch template");
  const to = declared.resolve(link, "launch template");
  if (isUnknown(to)) return to;
  const resource = declared.find("launch template", to);
  if (resource === undefined) return unknown("its launch template is not declared in this input");
  const outdated = outdatedVersion(block, fieldsOf(resource));
  return outdated ?? launchTemplate(resource, declared);
}

/** The input holds the latest version only. */
function outdatedVersion(block: Fields, template: Fields): Unknown | undefined {
  const version = block.text("version", "$Default");
  const latest = template.textIfSet("latest_version");
  // A reference to a version that the apply makes.
  if (isUnknown(version) || version === "$Latest" || version === latest) return undefined;
  if (version !== "$Default")
    return unknown(`it uses version ${version} of its launch template, not the latest`);
  const current = template.textIfSet("default_version");
  const isLatest = current === latest || current === undefined || isUnknown(current);
  if (isLatest || template.flag("update_default_version", false) === true) return undefined;
  return unknown(`it uses version ${current} of its launch template, not the latest`);
}

function launchTemplate(resource: Resource, declared: Declared): Launch {
  const fields = fieldsOf(resource);
  const subnet = declared.linkIfSet(fields, "network_interfaces.subnet_id", "subnet");
  return {
    instanceType: fields.text("instance_type", unknown("instance_type is not set")),
    ...optional("zone", fields.textIfSet("placement.availability_zone")),
    ...optional("subnet", subnet),
    securityGroups: templateSecurityGroups(fields, declared),
    ...optional("userData", packedTemplateUserData(fields) ?? fields.unset<undefined>(undefined)),
  };
}

function templateSecurityGroups(fields: Fields, declared: Declared): Knowable<readonly Link[]> {
  const own = declared.links(fields, "vpc_security_group_ids", "security group");
  if (isUnknown(own) || own.length > 0) return own;
  const interfaces = fields.blocks("network_interfaces");
  if (isUnknown(interfaces)) return interfaces;
  const first = interfaces[0];
  if (first !== undefined) return declared.links(first, "security_groups", "security group");
  return fields.unset<readonly Link[]>([]);
}

/** What the launch configuration that an auto scaling group names gives. */
export function configurationOf(link: Link, declared: Declared): Launch | Unknown {
  const to = declared.resolve(link, "launch configuration");
  if (isUnknown(to)) return to;
  const resource = declared.find("launch configuration", to);
  if (resource === undefined) return unknown("its launch configuration is not declared in this input");
  const fields = fieldsOf(resource);
  return {
    instanceType: fields.text("instance_type", unknown("instance_type is not set")),
    securityGroups: declared.links(fields, "security_groups", "security group"),
    ...optional("userData", packedUserData(fields)),
  };
}

/** A member that is left out where there is nothing to say. */
export function optional<Key extends string, T>(key: Key, value: T | undefined): { readonly [K in Key]?: T } {
  return value === undefined ? {} : ({ [key]: value } as { readonly [K in Key]: T });
}
