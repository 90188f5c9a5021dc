import { actionsOf } from "../actions";
import type { Defect } from "../defect";
import { known } from "../values";
import { misfit } from "../whole-number";

/** The weight of a target group is a whole number from 0 to 999. */
export const weightOutOfRange: Defect = {
  id: "weight-out-of-range",
  severity: "error",
  facts: ["R46", "TF54", "B17"],
  *find(subject) {
    for (const { list, block } of actionsOf(subject, "forward"))
      for (const entry of known(block.blocks("forward", "target_group")) ?? []) {
        const got = misfit(entry, { path: ["weight"], least: 0, most: 999 });
        if (got === undefined) continue;
        yield {
          at: list.owner,
          message: `${list.argument} forward weight must be a whole number from 0 to 999, got ${got}`,
          fix: "scale the weights: a share is a weight over the sum of all of them",
        };
      }
  },
};
