import { actionLists, ROUTING_TYPES } from "../actions";
import type { Defect } from "../defect";
import { known, quoted } from "../values";

/** What comes after the action that routes a request would never run. */
export const routingActionNotLast: Defect = {
  id: "routing-action-not-last",
  severity: "error",
  facts: ["R40", "R42", "TF53"],
  *find(subject) {
    for (const { owner, argument, actions } of actionLists(subject)) {
      const orders = actions.map(({ order }) => known(order));
      const routing = actions.filter(({ type }) => ROUTING_TYPES.some((one) => one === type));
      const [only] = routing;
      if (only === undefined || routing.length > 1 || orders.includes(undefined)) continue;
      const last = Math.max(...orders.map(Number));
      const after = actions.find(({ order }) => order === last);
      const type = known(after?.type);
      if (Number(only.order) === last || type === undefined) continue;
      yield {
        at: owner,
        message: `${argument} of type ${known(only.type)} must come last, got ${quoted(type)} after it`,
        fix: "give it the highest order, or where none is set write its block last",
      };
    }
  },
};
