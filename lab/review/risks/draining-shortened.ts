import { isUnknown, type TargetGroup } from "../../topology";
import type { Comparison } from "../comparison";
import type { Risk } from "../risk";
import { groupsWithTraffic } from "../targets/group-traffic";
import { groupFates, lostOf } from "../targets/target-fates";

/** Requests that take long get less time to end when their target is deregistered. */
export const drainingShortened: Risk = {
  id: "draining-shortened",
  level: "needs-care",
  facts: ["S40", "S41", "S42", "E502"],
  rank: 10,
  *find(comparison) {
    for (const { before, after } of groupsWithTraffic(comparison)) {
      const was = before.attributes.deregistrationDelaySeconds;
      const is = after.attributes.deregistrationDelaySeconds;
      if (isUnknown(was) || isUnknown(is) || is >= was || before.targetType === "lambda") continue;
      const idle = idleSeconds(comparison, after);
      if (is >= idle && was <= DEFAULT_SECONDS) continue;
      const isUsed = groupFates(comparison).some(
        (each) => each.group.after === after && lostOf(each).length > 0,
      );
      yield {
        at: after,
        message: `shortens the deregistration delay of ${comparison.labels.after.to(after)} from ${was} to ${is} seconds`,
        course: [
          `Terraform changes it in place; nothing happens until a target is deregistered${isUsed ? ", which this apply does" : ""}`,
          is === 0
            ? "then every request that still runs is cut off at once and answered 502"
            : `then requests that still run after ${is} seconds are cut off and answered 502`,
          `a request may be silent for as long as the idle timeout, ${idle} seconds; downloads and WebSockets last longer`,
        ],
        fix: `leave deregistration_delay at ${was}, or set it above what the slowest request takes, at least ${idle}`,
      };
    }
  },
};

/** Whoever wrote more than that meant it. */
const DEFAULT_SECONDS = 300;
const DEFAULT_IDLE_SECONDS = 60;

/** The longest of the load balancers that use the group. */
function idleSeconds({ after }: Comparison, group: TargetGroup): number {
  const known = after
    .loadBalancersOf(group)
    .map(({ attributes }) => attributes.idleTimeoutSeconds)
    .filter((seconds) => typeof seconds === "number");
  return known.length === 0 ? DEFAULT_IDLE_SECONDS : Math.max(...known);
}
