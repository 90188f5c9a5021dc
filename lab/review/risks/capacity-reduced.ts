import { type AutoScalingGroup, counted, isUnknown } from "../../topology";
import type { Comparison } from "../comparison";
import type { Hazard, Risk } from "../risk";
import { countTargets } from "../target-count";
import { few, nameOf, stepsWith } from "../target-course";
import { type GroupFates, groupFates, isKilled, lostOf } from "../target-fates";

/** Fewer servers have to do the same work. */
export const capacityReduced: Risk = {
  id: "capacity-reduced",
  level: "needs-care",
  facts: ["G4", "G9", "E502", "S41"],
  rank: 10,
  *find(comparison) {
    const told = new Set<string>();
    for (const each of groupFates(comparison)) {
      const hazard = fewerTargets(comparison, each);
      if (hazard !== undefined) yield hazard;
      for (const { server } of each.fates) {
        if (server === undefined || !("minSize" in server) || told.has(server.address)) continue;
        told.add(server.address);
        yield* smallerGroup(comparison, server);
      }
    }
  },
};

function fewerTargets(comparison: Comparison, each: GroupFates): Hazard | undefined {
  const { group, fates, later, isDoubtful } = each;
  const lost = lostOf(each);
  if (isDoubtful || lost.length === 0 || lost.length === fates.length) return undefined;
  const was = countTargets(
    comparison.before,
    fates.map(({ registration }) => registration),
  );
  const is = countTargets(comparison.after, later);
  if (was === undefined || is === undefined || is >= was) return undefined;
  const leaving = lost.filter(({ fate }) => fate === "gone" || fate === "deregistered");
  const isCut = leaving.some(isKilled);
  return {
    at: group.after,
    ...(isCut && { level: "drops-traffic" }),
    message: `leaves ${comparison.labels.after.to(group.after)} with ${counted(is, "target")} instead of ${was}: ${few(leaving.map((fate) => nameOf(comparison, fate)))} ${leaving.length === 1 ? "goes" : "go"}`,
    course: [
      ...stepsWith(comparison, leaving, []),
      isCut
        ? "requests that they still work on are cut off and answered 502: nothing waits for the deregistration delay"
        : "requests that they still work on may end within the deregistration delay",
      `new requests go to the ${is === 1 ? "one that is" : `${is} that are`} left, which ${is === 1 ? "has" : "have"} to do the work of ${was}`,
    ],
    fix: "take the attachment away in a first change and the server in a second one, once the deregistration delay has passed; and make sure that those left can carry the load",
  };
}

function* smallerGroup(comparison: Comparison, before: AutoScalingGroup): Generator<Hazard> {
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
  return before.topology.registrations.filter(
    ({ target }) => "address" in target && target.address === address,
  ).slice(0, 1);
}
