import type { CompiledRule } from "../../alb";
import { follow, isUnknown } from "../../topology";
import type { Subject } from "../subject";
import { known, knownOf } from "../values";

/**
 * Target groups that a rule forwards to, by address or ARN; undefined: it does something else, or nobody knows which.
 */
function groupsOf({ actions }: Pick<CompiledRule, "actions">): ReadonlySet<string> | undefined {
  const action = knownOf(actions).at(-1);
  if (action === undefined || action.kind !== "forward") return undefined;
  const groups = known(action.groups);
  if (groups === undefined || groups.length === 0) return undefined;
  const names = groups.map(({ group }) => {
    if (isUnknown(group)) return undefined;
    return "address" in group ? group.address : group.external;
  });
  return names.includes(undefined) ? undefined : new Set(names as string[]);
}

/** Whether two rules forward to groups, and have none in common. */
export function goElsewhere(one: CompiledRule, other: CompiledRule): boolean {
  const [groups, others] = [groupsOf(one), groupsOf(other)];
  return groups !== undefined && others !== undefined && ![...groups].some((group) => others.has(group));
}

/** Methods of gRPC services lie below the name of a service, which nobody calls (R31). */
export function isForRpc(subject: Subject, rule: CompiledRule): boolean {
  const links = knownOf(rule.actions).flatMap((action) =>
    action.kind === "forward" ? knownOf(action.groups) : [],
  );
  return links.some(({ group }) => {
    const version = follow(subject.topology.targetGroups, group)?.protocolVersion;
    return version !== undefined && version !== "HTTP1" && version !== "HTTP2";
  });
}
