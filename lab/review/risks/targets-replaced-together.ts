import { listed } from "../../topology";
import type { Comparison } from "../comparison";
import type { Hazard, Risk } from "../risk";
import { awaitedTargets, tooFewAwaited } from "../targets/awaited-groups";
import { whenFirstHealthy } from "../targets/health-times";
import { leastHealthy, templateChange } from "../targets/instance-refresh";
import { countTargets } from "../targets/target-count";
import { few, joiningOf, nameOf, stepsWith } from "../targets/target-course";
import { type GroupFates, groupFates, isKilled, lostOf } from "../targets/target-fates";

/** No old target is left to answer when the new ones begin to start. */
export const targetsReplacedTogether: Risk = {
  id: "targets-replaced-together",
  level: "drops-traffic",
  facts: ["G4", "G8", "E502", "E503", "H70", "H71"],
  rank: 20,
  *find(comparison) {
    for (const each of groupFates(comparison)) {
      const lost = lostOf(each).length;
      const isAll = lost > 0 && lost === each.fates.length;
      if (isAll && countTargets(comparison.after, each.later) !== 0) yield* replaced(comparison, each);
      else if (lost === 0) yield* refreshed(comparison, each);
    }
  },
};

function* replaced(comparison: Comparison, each: GroupFates): Generator<Hazard> {
  const awaited = awaitedTargets(comparison, each);
  if (awaited === undefined) yield unawaited(comparison, each);
  else yield* tooFewAwaited(comparison, each, awaited);
}

function unawaited(comparison: Comparison, each: GroupFates): Hazard {
  const { group, fates } = each;
  const names = few(fates.map((fate) => nameOf(comparison, fate)));
  const steps = stepsWith(comparison, fates, joiningOf(comparison, each));
  const isScaling = fates.some(({ server }) => server !== undefined && "minSize" in server);
  const answer = fates.some(isKilled) ? "their servers run" : "something listens there";
  const forced = fates.flatMap(({ registration, server, fate }) => {
    const changed = fate === "replaced" && server !== undefined ? server : registration;
    return comparison.changeOf(changed)?.forcedBy ?? [];
  });
  return {
    at: group.after,
    message: `replaces every target of ${comparison.labels.after.to(group.after)}, ${names}, in one apply${forced.length === 0 ? "" : `, forced by ${listed([...new Set(forced)])}`}`,
    course: [
      ...steps,
      "the old targets do not stay until the new ones pass their health checks: nothing in the configuration waits for that",
      steps.find((step) => /deregisters|destroys/.test(step)) === steps[0]
        ? `while no target is registered requests are answered 503; then they go to all of the new ones, ready or not, and are answered 502 until ${answer}`
        : `from the moment that only new targets are left, requests go to all of them, ready or not, and are answered 502 until ${answer}`,
      `each is known as healthy ${whenFirstHealthy(group.after)}`,
    ],
    fix: isScaling
      ? "keep the auto scaling group and change its launch template only, with an instance_refresh block; or set create_before_destroy and wait_for_elb_capacity, so that Terraform waits until the new instances are healthy; or add the new group beside the old one and take that away in a second change"
      : "add new servers beside the old ones, wait until they are healthy, and take the old ones away in a second change; or change one server at a time, or use an auto scaling group with instance_refresh",
  };
}

function* refreshed(comparison: Comparison, { group, fates }: GroupFates): Generator<Hazard> {
  const [first, ...others] = fates;
  if (first?.server === undefined || others.length > 0 || !("minSize" in first.server)) return;
  const after = comparison.after.resource(first.server.address);
  if (after === undefined || leastHealthy(after) !== 0) return;
  if (templateChange(comparison, first.server)?.refresh !== "started") return;
  yield {
    at: first.server,
    message: `refreshes all instances of ${comparison.labels.after.to(first.server)} at once: min_healthy_percentage is 0`,
    course: [
      "Terraform changes the launch template and starts an instance refresh, which it does not wait for",
      "the auto scaling group may take every instance away before a new one is in service",
      `requests to ${comparison.labels.after.to(group.after)} are answered 503 or 502 until new instances run; each is known as healthy ${whenFirstHealthy(group.after)}`,
    ],
    fix: "set min_healthy_percentage in preferences of instance_refresh to 90, or whatever share can carry the load",
  };
}
