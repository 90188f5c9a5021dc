import { showsEverything } from "../../lint";
import type { Registration, TargetGroup } from "../../topology";
import type { Comparison } from "../comparison";
import { renamesIn } from "../renames/renames";
import type { EntranceDiff, Region } from "../routes";
import { countTargets } from "./target-count";

/** A group that begins to get requests that something else answered. */
export interface SwitchedGroup {
  readonly group: TargetGroup;
  /** The rule that decides over them, or the listener by its default action. */
  readonly by: string;
  /** Such as `forward to web`. */
  readonly from: string;
  readonly to: string;
  /** A new rule takes a part of what the default action answered: most likely nobody asked for that so far. */
  readonly isLaunch: boolean;
  /** None: nobody is known to answer. */
  readonly targets: readonly Registration[];
}

/** Of those that are declared here; none whose targets nobody can list. Each place that switches is told once. */
export function switchedGroups(comparison: Comparison): readonly SwitchedGroup[] {
  const { after } = comparison;
  const regions = comparison
    .routes()
    .entrances.flatMap((entrance) => entrance.regions.map((region) => ({ entrance, region })))
    .filter(({ region }) => isTakenOver(region) && !wasEmpty(comparison, region));
  if (regions.length === 0 || !showsEverything(after)) return [];
  const groups = new Map(after.targetGroups().map((group) => [group.address, group]));
  const renamed = new Set(renamesIn(comparison).map(({ to }) => to.address));
  const found = new Map<string, SwitchedGroup>();
  for (const { entrance, region } of regions)
    for (const address of joining(region)) {
      const group = groups.get(address);
      if (group === undefined || group.instances !== undefined || renamed.has(address)) continue;
      const one = switchedGroup(comparison, group, entrance, region);
      const key = `${address} ${one.by}`;
      if (found.get(key)?.isLaunch !== false) found.set(key, one);
    }
  return [...found.values()];
}

function isTakenOver({ before, after }: Region): boolean {
  return after.kind === "forward" && (before.isAnswered || before.kind === "redirect");
}

/** Nobody answered before either. */
function wasEmpty({ before: side }: Comparison, { before: { groups } }: Region): boolean {
  if (groups === undefined || !showsEverything(side)) return false;
  return groups.every(({ group: address }) => {
    const group = side.topology.targetGroups.find((one) => one.address === address);
    return group !== undefined && countTargets(side, side.registrationsOf(group)) === 0;
  });
}

function joining({ before, after }: Region): readonly string[] {
  const had = new Set(before.groups?.map(({ group }) => group));
  return (after.groups ?? []).map(({ group }) => group).filter((group) => !had.has(group));
}

function switchedGroup(
  comparison: Comparison,
  group: TargetGroup,
  { listener, loadBalancer }: EntranceDiff,
  { before, after, rules, conditions }: Region,
): SwitchedGroup {
  const isNewRule = rules.after !== undefined && comparison.before.resource(rules.after) === undefined;
  return {
    group,
    by: rules.after ?? listener.after ?? loadBalancer,
    from: before.text,
    to: after.text,
    isLaunch: isNewRule && rules.before === undefined && conditions.length > 0,
    targets: comparison.after
      .registrationsOf(group)
      .filter((registration) => countTargets(comparison.after, [registration]) !== 0),
  };
}

/**
 * Whether a target comes to its group in the same apply, and from where: `new`: its server starts only then, `standing`: it
 * runs already. Undefined: it is there before.
 */
export function joiningTarget(
  comparison: Comparison,
  group: TargetGroup,
  registration: Registration,
): "new" | "standing" | undefined {
  const { before, after } = comparison;
  const { target } = registration;
  const address = "address" in target ? target.address : undefined;
  const resource = address === undefined ? undefined : before.resource(address);
  const isStanding = address === undefined || (resource !== undefined && !comparison.isReplaced({ address }));
  const isKept = before
    .registrationsOf(group)
    .some((one) => one.address === registration.address && !comparison.isReplaced(one));
  if (isKept && isStanding && !comparison.isReplaced(group)) return undefined;
  // tasks are registered as they start
  const isTask = address !== undefined && after.resource(address)?.type === "aws_ecs_service";
  return isStanding && !isTask ? "standing" : "new";
}
