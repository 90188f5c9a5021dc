import { isUnknown, type ListenerRule } from "../../topology";
import type { Comparison } from "../comparison";
import { renamesIn } from "../renames/renames";
import { keyOf } from "./standing-listeners";

/** A rule that gets a priority which another rule of its listener has until it is changed or destroyed itself. */
export interface PriorityTaking {
  readonly rule: ListenerRule;
  readonly priority: number;
  /** As it was; the rule itself where it is made again before the old one is destroyed. */
  readonly holder: ListenerRule;
  /** Address or ARN. */
  readonly listener: string;
}

/** A number that a rule keeps is no taking, and neither is that of a rule which is only renamed: that is told there. */
export function priorityTakings(comparison: Comparison): readonly PriorityTaking[] {
  const before = places(comparison.before.topology.rules);
  const after = places(comparison.after.topology.rules);
  const holders = new Map([...before.values()].map((place) => [numberOf(place), place]));
  const origins = new Map(renamesIn(comparison).map(({ from, to }) => [to.address, from.address]));
  return [...after.values()].flatMap((place) => {
    const { rule, priority, listener } = place;
    const holder = holders.get(numberOf(place));
    if (holder === undefined || comparison.isReplaced({ address: listener })) return [];
    if (!["create", "update", "replace"].includes(comparison.kindOf(rule))) return [];
    if (origins.get(rule.address) === holder.rule.address) return [];
    const isHeld =
      holder.rule.address === rule.address
        ? comparison.changeOf(rule)?.first === "create"
        : isLeaving(comparison, holder, after.get(holder.rule.address));
    return isHeld ? [{ rule, priority, holder: holder.rule, listener }] : [];
  });
}

interface Place {
  readonly rule: ListenerRule;
  readonly priority: number;
  readonly listener: string;
}

/** By the address of the rule; those whose place is known. */
function places(rules: readonly ListenerRule[]): ReadonlyMap<string, Place> {
  return new Map(
    rules.flatMap((rule) => {
      const { address, priority, instances } = rule;
      const listener = keyOf(rule.listener);
      if (priority === undefined || isUnknown(priority) || listener === undefined || instances) return [];
      return [[address, { rule, priority, listener }] as const];
    }),
  );
}

function numberOf({ listener, priority }: Place): string {
  return `${priority} ${listener}`;
}

/** Whether a rule gives its number up in this change; two that want the same one in the end are another defect. */
function isLeaving(comparison: Comparison, held: Place, later: Place | undefined): boolean {
  const kind = comparison.kindOf(held.rule);
  if (kind === "destroy" || kind === "forget") return true;
  if (kind !== "update" && kind !== "replace") return false;
  return later !== undefined && numberOf(later) !== numberOf(held);
}

/** Whether takings lead around to where they began: then AWS accepts none of them. */
export function isCircle(takings: readonly PriorityTaking[]): boolean {
  const next = new Map(takings.map(({ rule, holder }) => [rule.address, holder.address]));
  return [...next.keys()].some((start) => {
    let at = next.get(start);
    for (let steps = 0; at !== undefined && at !== start && steps < next.size; steps++) at = next.get(at);
    return at === start;
  });
}
