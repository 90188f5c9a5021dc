import type { Comparison } from "../comparison";
import type { Hazard, Risk } from "../risk";
import { whenFirstHealthy } from "../targets/health-times";
import { joiningTarget, type SwitchedGroup, switchedGroups } from "../targets/switched-groups";

/** Requests are switched to a group that has no target, or none that was there before. */
export const trafficSwitchedUnready: Risk = {
  id: "traffic-switched-unready",
  level: "drops-traffic",
  facts: ["E503", "U17", "H70", "H71"],
  rank: 10,
  *find(comparison) {
    for (const each of switchedGroups(comparison)) {
      const { group, targets, isLaunch } = each;
      if (targets.length === 0) {
        yield toEmpty(comparison, each);
        continue;
      }
      const joining = targets.map((target) => joiningTarget(comparison, group, target));
      // what nobody asked for so far may take a while; a group that is replaced in use is told as that
      if (isLaunch || joining.includes(undefined)) continue;
      if (comparison.isReplaced(group) && comparison.isInUse(group)) continue;
      yield toUnready(comparison, each, joining.includes("standing"));
    }
  },
};

function toEmpty(comparison: Comparison, { group, by, from, to, isLaunch }: SwitchedGroup): Hazard {
  const name = comparison.labels.after.to(group);
  // addresses are registered by whatever starts what is behind them, perhaps elsewhere
  const isElsewhere = group.targetType !== "instance" && group.targetType !== "lambda";
  return {
    at: atOf(comparison, by),
    ...((isElsewhere || isLaunch) && { level: "needs-care" }),
    message: `turns ${from} into ${to}, and nothing here registers a target in ${name}`,
    course: [
      `Terraform changes ${by} in one step: from then on its requests go to ${name}`,
      `${isElsewhere ? "unless something else registers targets there, they" : "they"} are answered 503: a group without targets answers nothing else, and no other group steps in`,
    ],
    fix: `register targets in ${name} in a first change, with weight 0 so that they are checked, and switch in a second one once they are healthy`,
  };
}

function toUnready(
  comparison: Comparison,
  { group, by, from, to }: SwitchedGroup,
  isStanding: boolean,
): Hazard {
  const name = comparison.labels.after.to(group);
  return {
    at: atOf(comparison, by),
    ...(isStanding && { level: "needs-care" }),
    message: `turns ${from} into ${to} in the apply that registers the first targets of ${name}`,
    course: [
      isStanding
        ? `Terraform changes ${by} and registers the targets in no fixed order; their servers run already`
        : `Terraform changes ${by} at once, while the servers of ${name} are still to be started`,
      "requests that come in between are answered 503: a group without targets answers nothing else",
      `until a target has passed a health check, ${whenFirstHealthy(group)}, requests go to all of them, ready or not`,
    ],
    fix: `create ${name} and register its targets in a first change, with weight 0 so that they are checked, and switch in a second one once they are healthy`,
  };
}

function atOf({ after }: Comparison, address: string): Hazard["at"] {
  const { path } = after.resource(address) ?? {};
  return { address, ...(path !== undefined && { path }) };
}
