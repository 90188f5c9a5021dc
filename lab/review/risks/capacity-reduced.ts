import { counted } from "../../topology";
import type { Comparison } from "../comparison";
import type { Hazard, Risk } from "../risk";
import { smallerGroup } from "../targets/smaller-group";
import { smallerServices } from "../targets/smaller-service";
import { countTargets } from "../targets/target-count";
import { few, nameOf, stepsWith } from "../targets/target-course";
import { type GroupFates, groupFates, isKilled, lostOf } from "../targets/target-fates";

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
    yield* smallerServices(comparison);
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
