import { actionLists, ROUTING_TYPES } from "../actions";
import type { Defect } from "../defect";
import { enumerate } from "../values";

/** A request is forwarded, redirected or answered once. */
export const twoRoutingActions: Defect = {
  id: "two-routing-actions",
  severity: "error",
  facts: ["R40", "TF53", "TF61"],
  *find(subject) {
    for (const { owner, argument, actions } of actionLists(subject)) {
      const types = actions.flatMap(({ type }) => ROUTING_TYPES.filter((routing) => routing === type));
      if (types.length < 2) continue;
      yield {
        at: owner,
        message: `${argument} must have one of forward, redirect and fixed-response, got ${enumerate(types)}`,
        fix: "keep one; for several target groups write one forward block with a target_group for each",
      };
    }
  },
};
