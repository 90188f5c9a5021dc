import { conditionsOf, rulesIn } from "../conditions";
import type { Defect } from "../defect";

/** A condition looks at one part of a request. */
export const conditionMixesKinds: Defect = {
  id: "condition-mixes-kinds",
  severity: "error",
  facts: ["TF62", "B25", "R6"],
  *find(subject) {
    for (const rule of rulesIn(subject))
      for (const condition of conditionsOf(rule)) {
        if (condition.kind !== "other" || !condition.name.includes(" and ")) continue;
        yield {
          at: rule,
          message: `a condition must hold one kind, got ${condition.name}`,
          fix: "write a condition block for each; all blocks of a rule must hold, as meant here",
        };
      }
  },
};
