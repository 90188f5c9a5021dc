import { blockOf, conditionsOf, rulesIn, valuesOf } from "../conditions";
import type { Defect } from "../defect";

const PER_RULE = 5;
/** The guide's number. AWS is seen to take five, so that this is no more than a doubt. */
const PER_CONDITION = 3;

/** The values of all conditions of a rule are counted together. */
export const tooManyConditionValues: Defect = {
  id: "too-many-condition-values",
  severity: "error",
  facts: ["R8", "N30", "N32", "TF62"],
  *find(subject) {
    for (const rule of rulesIn(subject)) {
      const conditions = conditionsOf(rule);
      const count = conditions.flatMap(valuesOf).length;
      if (count > PER_RULE) {
        yield {
          at: rule,
          message: `a rule must have at most ${PER_RULE} condition values in all, got ${count}`,
          fix: "split it into rules with the same action, or let a wildcard stand for several values",
        };
        continue;
      }
      const long = conditions.find(
        (condition) => condition.kind !== "source-ip" && valuesOf(condition).length > PER_CONDITION,
      );
      if (long === undefined) continue;
      yield {
        at: rule,
        severity: "warning",
        message: `a condition should have at most ${PER_CONDITION} values, got ${valuesOf(long).length} in ${blockOf(long.kind)}`,
        fix: "split it into rules with the same action, or let a wildcard stand for several values",
      };
    }
  },
};
