import { conditionsOf, type KnownCondition, rulesIn, valuesOf } from "../conditions";
import type { Defect } from "../defect";

const QUOTA = 6;

/** The wildcards of all conditions of a rule are counted together. */
export const tooManyWildcards: Defect = {
  id: "too-many-wildcards",
  severity: "error",
  facts: ["R9", "X1", "N31", "R10", "TF62"],
  *find(subject) {
    for (const rule of rulesIn(subject)) {
      const count = conditionsOf(rule).map(wildcardsIn).reduce(sum, 0);
      if (count < QUOTA) continue;
      yield {
        at: rule,
        ...(count === QUOTA && { severity: "warning" }),
        message: `a rule must have at most 5 wildcards by the guide and ${QUOTA} by the quota, got ${count}`,
        fix: "split it into rules with the same action, or let one * stand for several",
      };
    }
  },
};

/** Methods and networks have none; an escaped one in a query is a character like any other (R10, R24). */
function wildcardsIn(condition: KnownCondition): number {
  if (condition.kind === "http-request-method" || condition.kind === "source-ip") return 0;
  return valuesOf(condition)
    .map((value) => value.replace(/\\[*?]/g, "").match(/[*?]/g)?.length ?? 0)
    .reduce(sum, 0);
}

function sum(one: number, other: number): number {
  return one + other;
}
