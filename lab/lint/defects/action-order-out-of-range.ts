import { actionLists } from "../actions";
import type { Defect } from "../defect";
import { misfit } from "../whole-number";

/** Places of actions are numbers from 1 to 50000. */
export const actionOrderOutOfRange: Defect = {
  id: "action-order-out-of-range",
  severity: "error",
  facts: ["R42"],
  *find(subject) {
    for (const { owner, argument, actions } of actionLists(subject))
      for (const { block } of actions) {
        const got = misfit(block, { path: ["order"], least: 1, most: 50_000 });
        if (got === undefined) continue;
        yield {
          at: owner,
          message: `${argument} order must be a whole number from 1 to 50000, got ${got}`,
          fix: "number the actions from 1, or leave order out: then the order of the blocks holds",
        };
      }
  },
};
