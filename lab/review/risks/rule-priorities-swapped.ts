import { isUnknown, listed } from "../../topology";
import type { Comparison } from "../comparison";
import { isCircle, type PriorityTaking, priorityTakings } from "../listeners/priority-takings";
import { keyOf } from "../listeners/standing-listeners";
import type { Hazard, Risk } from "../risk";

/** AWS refuses a priority that another rule still has, and Terraform knows no order between rules. */
export const rulePrioritiesSwapped: Risk = {
  id: "rule-priorities-swapped",
  level: "needs-care",
  facts: ["R5", "G21", "M13"],
  rank: 10,
  *find(comparison) {
    const byListener = new Map<string, PriorityTaking[]>();
    for (const taking of priorityTakings(comparison))
      byListener.set(taking.listener, [...(byListener.get(taking.listener) ?? []), taking]);
    for (const [listener, takings] of byListener) yield hazardOf(comparison, listener, takings);
  },
};

const MOST_NAMED = 3;

function hazardOf(comparison: Comparison, listener: string, takings: readonly PriorityTaking[]): Hazard {
  const [first] = takings as readonly [PriorityTaking];
  const named = takings.slice(0, MOST_NAMED).map(({ rule, priority, holder }) => {
    const from = holder.address === rule.address ? "its own predecessor" : holder.address;
    return `${rule.address} takes ${priority} from ${from}`;
  });
  const rest = takings.length > MOST_NAMED ? ` and ${takings.length - MOST_NAMED} more` : "";
  return {
    at: first.rule,
    message: `gives rules of ${listener} priorities that others still have: ${named.join(", ")}${rest}`,
    course: [
      "Terraform sends these changes at the same time: it knows no order between rules",
      `AWS refuses each whose number is still in use (PriorityInUse): ${isCircle(takings) ? "of those that wait for each other none gets through" : "which ones get through is chance"}`,
      "the apply ends half done, and until somebody sets it right requests are answered in the order that is then there",
    ],
    fix: fixOf(comparison, listener, takings),
  };
}

function fixOf(comparison: Comparison, listener: string, takings: readonly PriorityTaking[]): string {
  if (takings.some(({ rule, holder }) => rule.address === holder.address))
    return "take create_before_destroy away from the rule, or give it another number in the same change";
  const goes = takings.filter(({ holder }) => ["destroy", "forget"].includes(comparison.kindOf(holder)));
  const gone = [...new Set(goes.map(({ holder }) => holder.address))];
  const moving = takings.filter((taking) => !goes.includes(taking)).map(({ holder }) => holder.address);
  const free = freeNumbers(comparison, listener, moving.length);
  const parked = moving.slice(0, MOST_NAMED).map((address, index) => `${address} ${free[index]}`);
  const steps = [
    ...(gone.length === 0 ? [] : [`destroy ${listed(gone)}`]),
    ...(parked.length === 0 ? [] : [`give free numbers: ${listed(parked)}`]),
  ];
  return `in a first change ${listed(steps)}${moving.length > MOST_NAMED ? ", the others likewise" : ""}; in a second one set the priorities that are wanted`;
}

/** Numbers that no rule of the listener has, before or after. */
function freeNumbers(comparison: Comparison, listener: string, count: number): readonly number[] {
  const rules = [...comparison.before.topology.rules, ...comparison.after.topology.rules];
  const own = rules.filter((rule) => keyOf(rule.listener) === listener);
  const used = new Set(own.map(({ priority }) => (isUnknown(priority) ? undefined : priority)));
  const free: number[] = [];
  for (let number = 50_000; free.length < count && number > 0; number--)
    if (!used.has(number)) free.unshift(number);
  return free;
}
