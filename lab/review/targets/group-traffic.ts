import type { Subject } from "../../lint";
import { type Action, isUnknown, type Knowable, type TargetGroup } from "../../topology";
import type { Comparison, Pair } from "../comparison";

/** Whether a listener or a rule sends requests to a group: one that has weight 0 everywhere waits for its turn. */
export function getsRequests(side: Subject, group: TargetGroup): boolean {
  return side.usesOf(group).some(({ listener, rule }) => {
    const actions = rule?.actions ?? listener?.defaultActions ?? [];
    return !isUnknown(actions) && actions.some((action) => sendsTo(action, group));
  });
}

function sendsTo(action: Action, { address }: TargetGroup): boolean {
  if (isUnknown(action) || action.kind !== "forward" || isUnknown(action.groups)) return false;
  return action.groups.some(
    ({ group, weight }) => "address" in group && group.address === address && weight !== 0,
  );
}

const known = new WeakMap<Comparison, readonly Pair<TargetGroup>[]>();

/** Groups of HTTP, HTTPS or functions that get requests on both sides. What Terraform lets go of is left as it is. */
export function groupsWithTraffic(comparison: Comparison): readonly Pair<TargetGroup>[] {
  const found =
    known.get(comparison) ??
    comparison
      .pairs("targetGroups")
      .filter(
        ({ before, after, kind }) =>
          kind !== "forget" &&
          isHttp(before.protocol) &&
          getsRequests(comparison.before, before) &&
          getsRequests(comparison.after, after),
      );
  known.set(comparison, found);
  return found;
}

function isHttp(protocol: Knowable<string> | undefined): boolean {
  return protocol === undefined || protocol === "HTTP" || protocol === "HTTPS";
}
