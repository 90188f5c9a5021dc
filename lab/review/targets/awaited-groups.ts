import { isUnknown, type Resource } from "../../topology";
import type { Comparison } from "../comparison";
import type { Hazard } from "../risk";
import { countTargets } from "./target-count";
import type { GroupFates, TargetFate } from "./target-fates";

/**
 * How many instances of new auto scaling groups have to be healthy in their target group before Terraform destroys the old
 * ones; undefined: it does not wait for that, or not for all. It waits only when it creates the new ones first, and when
 * these name their target groups themselves.
 */
export function awaitedTargets(comparison: Comparison, { fates, later }: GroupFates): number | undefined {
  const awaited = fates.map((fate) => awaitedOf(comparison, fate, later));
  if (awaited.length === 0 || awaited.includes(undefined)) return undefined;
  return awaited.reduce<number>((sum, one = 0) => sum + one, 0);
}

function awaitedOf(
  comparison: Comparison,
  { fate, server, registration }: TargetFate,
  later: GroupFates["later"],
): number | undefined {
  if (fate !== "replaced" || server === undefined || !("minSize" in server)) return undefined;
  if (comparison.changeOf(server)?.first !== "create") return undefined;
  const after = comparison.after.resource(server.address);
  // what is attached by a resource of its own is attached once the wait is over
  const isOwn = comparison.after.resource(registration.address) === undefined;
  if (after === undefined || !isOwn || !later.some(({ address }) => address === registration.address))
    return undefined;
  return waitOf(after);
}

function waitOf(group: Resource): number | undefined {
  const timeout = group.value("wait_for_capacity_timeout");
  if (isUnknown(timeout) || (typeof timeout === "string" && /^0[a-z]*$/.test(timeout))) return undefined;
  const [wanted, least] = [group.value("wait_for_elb_capacity"), group.value("min_elb_capacity")].map(
    (value) => (value === undefined || isUnknown(value) ? 0 : Number(value)),
  );
  const number = wanted || least || 0;
  return number > 0 ? number : undefined;
}

/** The old group goes once so many are healthy; nothing where they are as many as before. */
export function* tooFewAwaited(
  comparison: Comparison,
  { group, fates }: GroupFates,
  awaited: number,
): Generator<Hazard> {
  const was = countTargets(
    comparison.before,
    fates.map(({ registration }) => registration),
  );
  if (was !== undefined && awaited >= was) return;
  const name = comparison.labels.after.to(group.after);
  yield {
    at: group.after,
    level: "needs-care",
    message: `replaces every target of ${name} as soon as ${awaited} of the new ones ${awaited === 1 ? "is" : "are"} healthy, instead of ${was ?? "as many as there are"}`,
    course: [
      `Terraform creates the new auto scaling group and waits until ${awaited} of its instances ${awaited === 1 ? "passes" : "pass"} the health checks of the load balancer`,
      "it destroys the old one, whose instances are deregistered and drained; those that are healthy by then have to do the work of all",
    ],
    fix: "set wait_for_elb_capacity to the number of instances that can carry the load",
  };
}
