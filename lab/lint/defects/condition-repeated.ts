import { blockOf, conditionsOf, type KnownCondition, rulesIn } from "../conditions";
import type { Defect } from "../defect";

/** Headers and queries are the only parts of a request that a rule may look at more than once. */
const ONCE = ["host-header", "path-pattern", "http-request-method", "source-ip"];

/** A rule has one condition at most of these kinds. */
export const conditionRepeated: Defect = {
  id: "condition-repeated",
  severity: "error",
  facts: ["R7", "TF62"],
  *find(subject) {
    for (const rule of rulesIn(subject)) {
      const kinds = conditionsOf(rule).map(kindOf);
      for (const kind of ONCE) {
        const count = kinds.filter((other) => other === kind).length;
        if (count < 2) continue;
        yield {
          at: rule,
          message: `a rule must have one ${blockOf(kind)} condition at most, got ${count}`,
          fix: "put the values into one condition, of which any may match; or make it two rules",
        };
      }
    }
  },
};

/** One that matches by regular expression is of its kind all the same. */
function kindOf(condition: KnownCondition): string {
  return condition.kind === "other" ? condition.name.replace(" with regex-values", "") : condition.kind;
}
