import { actionLists, GUARDING_TYPES } from "../actions";
import type { Defect } from "../defect";

/** Some action of a list forwards the request, redirects it or answers it. */
export const actionWithoutRouting: Defect = {
  id: "action-without-routing",
  severity: "error",
  facts: ["R40", "TF53", "TF61"],
  *find(subject) {
    for (const { owner, argument, actions } of actionLists(subject)) {
      // what is of no known type is another mistake
      if (!actions.every(({ type }) => GUARDING_TYPES.some((guarding) => guarding === type))) continue;
      const got = actions.length === 0 ? "no block" : actions.map(({ type }) => type).join(" and ");
      yield {
        at: owner,
        message: `${argument} must forward, redirect or give a fixed-response, got ${got}`,
        fix: "add a block of type forward, redirect or fixed-response at the end",
      };
    }
  },
};
