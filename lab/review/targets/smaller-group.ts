import { type AutoScalingGroup, isUnknown } from "../../topology";
import type { Comparison } from "../comparison";
import type { Hazard } from "../risk";
import { countTargets } from "./target-count";

/** An auto scaling group that is told to be smaller, or not to grow as far; none that is told to be empty. */
export function* smallerGroup(comparison: Comparison, before: AutoScalingGroup): Generator<Hazard> {
  const after = comparison.after.topology.autoScalingGroups.find(({ address }) => address === before.address);
  if (after === undefined || comparison.isReplaced(before)) return;
  const smaller = (["desiredCapacity", "maxSize"] as const).flatMap((key) => {
    const [was, is] = [before[key], after[key]];
    if (isUnknown(was) || isUnknown(is) || is >= was || !isWritten(comparison, after, key)) return [];
    return [{ was, is, name: NAMES[key] }];
  });
  if (smaller.length === 0 || after.maxSize === 0 || after.desiredCapacity === 0) return;
  const size = countTargets(comparison.before, registrationsOf(comparison, before));
  const most = isUnknown(after.maxSize) ? Number.POSITIVE_INFINITY : after.maxSize;
  const isSurelySmaller = smaller.some(({ name }) => name === NAMES.desiredCapacity) || (size ?? 0) > most;
  yield {
    at: after,
    message: `lowers ${smaller.map(({ name, was, is }) => `${name} from ${was} to ${is}`).join(" and ")} of ${comparison.labels.after.to(after)}`,
    course: [
      "Terraform changes the auto scaling group in place",
      `it takes away instances beyond ${isSurelySmaller ? "its new size" : "the new limit, if it has so many now"}: each is deregistered, drained and ended`,
      "those that are left have to do the work of all, and the group cannot grow beyond max_size",
    ],
    fix: "lower it in steps, and look at the load of the servers that are left; where scaling policies decide, leave desired_capacity unset",
  };
}

const NAMES = { desiredCapacity: "desired_capacity", maxSize: "max_size" } as const;

/** Without a wanted number of its own a group keeps the instances that it has. */
function isWritten({ after }: Comparison, { address }: AutoScalingGroup, key: keyof typeof NAMES): boolean {
  const value = after.resource(address)?.value(NAMES[key]);
  return value !== undefined && value !== null;
}

function registrationsOf({ before }: Comparison, { address }: AutoScalingGroup) {
  return before.topology.registrations
    .filter(({ target }) => "address" in target && target.address === address)
    .slice(0, 1);
}
