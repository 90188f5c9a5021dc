import { isUnknown, type Knowable, type Link, type Unknown, unknown } from "../known";
import { append } from "./append";
import { type Declared, fieldsOf } from "./declared";
import { optional } from "./launch";
import { inOneOrder } from "./order";

/** Security groups that resources of their own attach to network interfaces, and one that may be at any. */
export interface AttachedGroups {
  /** By the address of an instance or a network interface, or by the id of an interface. */
  readonly byOwner: ReadonlyMap<string, readonly Link[]>;
  readonly atAny?: Unknown;
}

/** What `aws_network_interface_sg_attachment` resources add. */
export function attachedGroups(declared: Declared): AttachedGroups {
  const byOwner = new Map<string, Link[]>();
  let atAny: Unknown | undefined;
  for (const resource of declared.all("security group attachment")) {
    const fields = fieldsOf(resource);
    const group = declared.link(fields, "security_group_id", "security group");
    const owner =
      resource.instances ?? fields.link("network_interface_id") ?? unknown("network_interface_id is not set");
    if (isUnknown(owner)) {
      atAny ??= unknown(`${resource.address} may add one: ${owner.unknown}`);
      continue;
    }
    const key = "address" in owner ? owner.address : owner.external;
    append(byOwner, key, group);
  }
  return { byOwner, ...optional("atAny", atAny) };
}

/** The groups of an instance with those attached to it; a state names these among its own as well. */
export function withAttached(
  groups: Knowable<readonly Link[]>,
  owners: readonly string[],
  { byOwner, atAny }: AttachedGroups,
): Knowable<readonly Link[]> {
  if (isUnknown(groups)) return groups;
  if (atAny) return atAny;
  const own = new Set(groups.map((group) => JSON.stringify(group)));
  const attached = owners.flatMap((owner) => byOwner.get(owner) ?? []);
  return inOneOrder([...groups, ...attached.filter((group) => !own.has(JSON.stringify(group)))]);
}
