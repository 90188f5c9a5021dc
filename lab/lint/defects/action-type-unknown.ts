import { isUnknown } from "../../topology";
import { actionLists, GUARDING_TYPES, ROUTING_TYPES } from "../actions";
import type { Defect } from "../defect";
import { enumerate, quoted } from "../values";

const types = [...ROUTING_TYPES, ...GUARDING_TYPES];

/** An action is of a type that load balancers know. */
export const actionTypeUnknown: Defect = {
  id: "action-type-unknown",
  severity: "error",
  facts: ["TF61", "R40", "R41"],
  *find(subject) {
    for (const { owner, argument, actions } of actionLists(subject))
      for (const { type } of actions) {
        if (isUnknown(type) || types.some((one) => one === type)) continue;
        yield {
          at: owner,
          message: `${argument} type must be ${enumerate(types, "or")}, got ${type === undefined ? "nothing" : quoted(type)}`,
          fix: "correct the type; it is spelled with hyphens, the block that belongs to it with underscores",
        };
      }
  },
};
