import { blockOf, conditionsOf, type KnownCondition, rulesIn, valuesOf } from "../conditions";
import type { Defect } from "../defect";
import { enumerate, quoted } from "../values";

/** Where case does not count, values that differ in nothing else are one, counted twice. */
export const valueRepeated: Defect = {
  id: "value-repeated",
  severity: "warning",
  facts: ["R8", "R20", "R22", "R24"],
  *find(subject) {
    for (const rule of rulesIn(subject))
      for (const condition of conditionsOf(rule)) {
        const same = repeatedIn(condition);
        if (same === undefined) continue;
        yield {
          at: rule,
          message: `values of ${blockOf(condition.kind)} must differ in more than case, got ${enumerate(same.map(quoted))}`,
          fix: "remove one: it matches nothing more, and counts as one of the five values of a rule",
        };
      }
  },
};

function repeatedIn(condition: KnownCondition): readonly string[] | undefined {
  if (!["host-header", "http-header", "query-string"].includes(condition.kind)) return undefined;
  const byLower = new Map<string, string[]>();
  for (const value of valuesOf(condition)) {
    const lower = value.toLowerCase();
    byLower.set(lower, [...(byLower.get(lower) ?? []), value]);
  }
  return [...byLower.values()].find(({ length }) => length > 1);
}
