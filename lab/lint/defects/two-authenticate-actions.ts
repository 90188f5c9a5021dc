import { actionLists, GUARDING_TYPES } from "../actions";
import type { Defect } from "../defect";
import { enumerate } from "../values";

/** One action at most stands guard before the one that routes. */
export const twoAuthenticateActions: Defect = {
  id: "two-authenticate-actions",
  severity: "error",
  facts: ["R41"],
  *find(subject) {
    for (const { owner, argument, actions } of actionLists(subject)) {
      const types = actions.flatMap(({ type }) => GUARDING_TYPES.filter((guarding) => guarding === type));
      if (types.length < 2) continue;
      yield {
        at: owner,
        message: `${argument} must have at most one of ${enumerate(GUARDING_TYPES)}, got ${enumerate(types)}`,
        fix: "keep one; for other clients add a rule of their own",
      };
    }
  },
};
