import { counted, listed } from "../../topology";
import type { Judgement } from "../judgement";
import { type InputOptions, readReceived } from "../received/read-received";
import { assertKeys } from "../words";
import { findGroup, labelOfGroup } from "./find-group";
import { isServer } from "./server-names";
import { type Target, targetsOf, zonesOf } from "./targets-of";
import { zonesOfUsers } from "./users-of";

export interface ExpectedTargets {
  readonly total?: number;
  /** As many in every zone of the load balancer, or how many in each; a zone that is not named must have none. */
  readonly perZone?: number | Readonly<Record<string, number>>;
  /** Names of all servers, in any order. */
  readonly names?: readonly string[];
}

export interface TargetMatchers<R> {
  /**
   * What is registered with a target group. An auto scaling group counts as many as it wants, spread evenly over its
   * zones. Without `expected`, at least one.
   */
  toHaveTargets(group: string, expected?: ExpectedTargets, options?: InputOptions): R;
}

/** One thing that was wanted, and what is there instead; nothing where it is there. */
interface Check {
  readonly wanted: string;
  readonly flaws: readonly string[];
}

export function judgeTargets(
  given: unknown,
  name: string,
  expected: ExpectedTargets = {},
  options: InputOptions = {},
): Judgement {
  assertKeys(expected, ["total", "perZone", "names"], "toHaveTargets");
  const { total, perZone, names } = expected;
  const received = readReceived(given, options);
  const group = findGroup(received, name);
  const targets = targetsOf(received.topology, group);
  const checks = [
    ...(total === undefined ? [] : [checkTotal(targets, total)]),
    ...(perZone === undefined
      ? []
      : [checkZones(zonesOf(targets), zonesOfUsers(received.topology, group), perZone)]),
    ...(names === undefined ? [] : [checkNames(targets, names)]),
  ];
  const all = checks.length === 0 ? [checkAny(targets)] : checks;
  const flaws = all.flatMap((check) => check.flaws);
  return {
    holds: flaws.length === 0,
    subject: `target group ${labelOfGroup(received.topology, group)}`,
    wanted: `have ${listed(all.map((check) => check.wanted))}`,
    seen: flaws.length === 0 ? `it has ${namesIn(targets)}` : flaws.join("; "),
  };
}

function checkAny(targets: readonly Target[]): Check {
  return { wanted: "targets", flaws: totalOf(targets) === 0 ? ["it has none"] : [] };
}

function checkTotal(targets: readonly Target[], total: number): Check {
  const flaws = totalOf(targets) === total ? [] : [`it has ${namesIn(targets)}`];
  return { wanted: counted(total, "target"), flaws };
}

function totalOf(targets: readonly Target[]): number {
  return targets.reduce((sum, { count }) => sum + count, 0);
}

function namesIn(targets: readonly Target[]): string {
  return targets.length === 0 ? "none" : `${totalOf(targets)}: ${listed(targets.map(({ name }) => name))}`;
}

function checkNames(targets: readonly Target[], names: readonly string[]): Check {
  const missing = names.filter((name) => !targets.some((target) => isServer(target, name)));
  const extra = targets.filter((target) => !names.some((name) => isServer(target, name)));
  const flaws = [
    ...(missing.length === 0 ? [] : [`it does not have ${listed(missing, "or")}`]),
    ...(extra.length === 0 ? [] : [`it has ${listed(extra.map(({ name }) => name))} as well`]),
  ];
  return { wanted: `the targets ${listed(names)}`, flaws };
}

function checkZones(
  zones: ReadonlyMap<string, number>,
  enabled: readonly string[],
  perZone: number | Readonly<Record<string, number>>,
): Check {
  const there = new Set([...enabled, ...zones.keys()]);
  const wanted =
    typeof perZone === "number"
      ? new Map([...there].map((zone) => [zone, perZone]))
      : new Map(Object.entries(perZone));
  const isSpread = [...there, ...wanted.keys()].every(
    (zone) => (zones.get(zone) ?? 0) === (wanted.get(zone) ?? 0),
  );
  const words =
    typeof perZone === "number"
      ? `${counted(perZone, "target")} in every zone`
      : listed([...wanted].map(([zone, count]) => `${count} in ${zone}`));
  const counts = [...there].sort().map((zone) => `${zones.get(zone) ?? 0} in ${zone}`);
  const isMet = isSpread && wanted.size > 0;
  return {
    wanted: words,
    flaws: isMet ? [] : [`it has ${counts.length === 0 ? "none" : listed(counts)}`],
  };
}
