import { isUnknown, listed } from "../../topology";
import type { Comparison } from "../comparison";
import type { Hazard, Risk } from "../risk";
import { whenFirstHealthy } from "../targets/health-times";
import { countTargets } from "../targets/target-count";
import { few, joiningOf, nameOf, stepsWith } from "../targets/target-course";
import { type GroupFates, groupFates, isKilled, lostOf, type TargetFate } from "../targets/target-fates";

/** A server is destroyed as soon as it is deregistered, with the requests that it still works on. */
export const instanceReplacedUndrained: Risk = {
  id: "instance-replaced-undrained",
  level: "drops-traffic",
  facts: ["G4", "S41", "S43", "E502"],
  rank: 20,
  *find(comparison) {
    for (const each of groupFates(comparison)) {
      const lost = lostOf(each);
      const killed = lost.filter((fate) => isKilled(fate) && !isScaling(fate));
      const isSome = killed.length > 0 && lost.length < each.fates.length;
      if (isSome && isMadeUpFor(comparison, each, killed)) yield undrained(comparison, each, killed);
    }
  },
};

/** An auto scaling group deregisters an instance and waits before it ends it (G6). */
function isScaling({ server }: TargetFate): boolean {
  return server !== undefined && "minSize" in server;
}

/** Else there are fewer afterwards, which is told as that. */
function isMadeUpFor(
  { before, after }: Comparison,
  { fates, later }: GroupFates,
  killed: readonly TargetFate[],
): boolean {
  if (killed.some(({ fate }) => fate === "replaced")) return true;
  const was = countTargets(
    before,
    fates.map(({ registration }) => registration),
  );
  const is = countTargets(after, later);
  return was !== undefined && is !== undefined && is >= was;
}

function undrained(comparison: Comparison, each: GroupFates, killed: readonly TargetFate[]): Hazard {
  const { before, after } = each.group;
  const names = few(killed.map((fate) => nameOf(comparison, fate)));
  const forced = killed.flatMap(({ server }) => (server && comparison.changeOf(server)?.forcedBy) ?? []);
  const delay = before.attributes.deregistrationDelaySeconds;
  const wait = isUnknown(delay) ? "the deregistration delay" : `the deregistration delay of ${delay} seconds`;
  return {
    at: killed[0]?.server ?? after,
    message: `replaces ${names}, some of the targets of ${comparison.labels.after.to(after)}, without draining${forced.length === 0 ? "" : `, forced by ${listed([...new Set(forced)])}`}`,
    course: [
      ...stepsWith(comparison, killed, joiningOf(comparison, each)),
      `nothing waits for ${wait}: requests that the servers still work on are cut off and answered 502`,
      `the other targets answer all new requests until the new ones are healthy, ${whenFirstHealthy(after)}`,
    ],
    fix: "take the attachment away in a first change and replace the instance in a second one, once the delay has passed; or use an auto scaling group with instance_refresh, which drains",
  };
}
