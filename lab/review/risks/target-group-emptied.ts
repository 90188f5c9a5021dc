import type { Comparison } from "../comparison";
import type { Hazard, Risk } from "../risk";
import { functionsNotAllowed } from "../targets/function-permissions";
import { countTargets } from "../targets/target-count";
import { few, nameOf, stepsWith } from "../targets/target-course";
import { type GroupFates, groupFates, lostOf } from "../targets/target-fates";

/** Requests are still sent to a group that has nobody left to answer, or a function that may not be called. */
export const targetGroupEmptied: Risk = {
  id: "target-group-emptied",
  level: "drops-traffic",
  facts: ["E503", "U17", "H80"],
  rank: 10,
  *find(comparison) {
    for (const each of groupFates(comparison)) {
      const { fates, later, isDoubtful } = each;
      const was = countTargets(
        comparison.before,
        fates.map(({ registration }) => registration),
      );
      if (isDoubtful || fates.length === 0 || was === 0) continue;
      if (lostOf(each).length === fates.length && countTargets(comparison.after, later) === 0)
        yield emptied(comparison, each);
    }
    yield* functionsNotAllowed(comparison);
  },
};

function emptied(comparison: Comparison, { group: { after }, fates, later }: GroupFates): Hazard {
  const names = few(fates.map((fate) => nameOf(comparison, fate)));
  const users = comparison.after
    .usesOf(after)
    .map(({ listener, rule }) => (rule ?? listener)?.address ?? "a listener");
  const steps = stepsWith(comparison, fates, []);
  return {
    at: after,
    message: `takes away the last targets of ${comparison.labels.after.to(after)}, ${names}, while ${few(users)} still ${users.length === 1 ? "sends" : "send"} requests there`,
    course: [
      ...(steps.length > 0 ? steps : [`Terraform detaches ${names}, takes it away, or scales it to nothing`]),
      "requests that run may end within the deregistration delay, where their servers stay",
      "new requests are answered 503: a group without targets answers nothing else, and no other group steps in",
    ],
    fix:
      later.length > 0
        ? "keep desired_capacity, min_size and max_size, or desired_count, above 0; or send the requests elsewhere in a first change"
        : "register other targets in the group first; or send its requests elsewhere in a first change and take the targets away in a second one",
  };
}
