import type { Resource } from "../../topology";
import type { Comparison } from "../comparison";
import { serviceOf } from "./services";
import { type GroupFates, groupFates } from "./target-fates";

/** A container service that is registered in groups that get requests, before and after. */
export interface ServiceInUse {
  readonly before: Resource;
  /** Absent: it is taken away. */
  readonly after?: Resource;
  readonly groups: readonly GroupFates[];
}

/** Each once, with all of its groups. */
export function servicesInUse(comparison: Comparison): readonly ServiceInUse[] {
  const groupsByAddress = new Map<string, { readonly before: Resource; readonly groups: GroupFates[] }>();
  for (const each of groupFates(comparison))
    for (const { registration } of each.fates) {
      const before = serviceOf(comparison.before, registration);
      if (before === undefined) continue;
      const one = groupsByAddress.get(before.address) ?? { before, groups: [] };
      one.groups.push(each);
      groupsByAddress.set(before.address, one);
    }
  return [...groupsByAddress.values()].map(({ before, groups }) => {
    const after = comparison.after.resource(before.address);
    return { before, groups, ...(after !== undefined && { after }) };
  });
}
