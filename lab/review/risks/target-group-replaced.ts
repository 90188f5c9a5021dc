import type { TargetGroup } from "../../topology";
import { listed } from "../../topology";
import type { Comparison } from "../comparison";
import type { Risk } from "../risk";
import { getsRequests } from "../targets/group-traffic";
import { whenFirstHealthy } from "../targets/health-times";
import { isToldElsewhere } from "../targets/told-elsewhere";

/** Requests go to a new group before any of its targets has passed a health check. */
export const targetGroupReplaced: Risk = {
  id: "target-group-replaced",
  level: "drops-traffic",
  facts: ["G1", "G2", "E503", "H70", "H71"],
  rank: 20,
  *find(comparison) {
    for (const { before, after } of comparison.pairs("targetGroups")) {
      const change = comparison.changeOf(before);
      if (change?.kind !== "replace" || isToldElsewhere(comparison, change)) continue;
      // a group that waits for its turn, or that is left, may be replaced at any time
      if (!getsRequests(comparison.before, before) || !getsRequests(comparison.after, after)) continue;
      const forced = change.forcedBy.length === 0 ? "" : `, forced by ${listed(change.forcedBy)}`;
      const createsFirst = change.first === "create";
      yield {
        at: after,
        message: `replaces a target group that is in use${forced}`,
        course: [
          ...(createsFirst ? newGroupFirst(comparison, after) : oldGroupFirst(comparison, before)),
          ...sessionsIn(before),
        ],
        fix: createsFirst
          ? "add the new group as a resource of its own, register its targets, and forward to it in a second change"
          : "set lifecycle create_before_destroy and a name that follows from what is changed, or name_prefix",
      };
    }
  },
};

function newGroupFirst(comparison: Comparison, after: TargetGroup): readonly string[] {
  return [
    "Terraform creates the new group, which has no targets yet",
    `it forwards ${usersOf(comparison, after)} to the new group and registers targets there, in no fixed order`,
    "requests that come in between are answered 503: a group without targets answers nothing else",
    `until a target has passed a health check, ${whenFirstHealthy(after)}, requests go to all of them, ready or not`,
    "it destroys the old group",
  ];
}

function oldGroupFirst(comparison: Comparison, before: TargetGroup): readonly string[] {
  return [
    "Terraform deregisters the targets and begins with destroying the old group",
    `AWS refuses that while it gets requests from ${usersOf(comparison, before)} (ResourceInUse), and the apply ends there`,
    "requests are answered 503: the group is left without targets",
  ];
}

/** The cookie names a target of a group that is no more. */
function sessionsIn({ attributes: { stickiness } }: TargetGroup): readonly string[] {
  return stickiness.enabled === true
    ? ["clients that came back to one server begin at any of the new group"]
    : [];
}

function usersOf({ after }: Comparison, group: TargetGroup): string {
  return listed(after.usesOf(group).map(({ listener, rule }) => (rule ?? listener)?.address ?? "a listener"));
}
