import { actionLists } from "../actions";
import type { Defect } from "../defect";
import { known } from "../values";

/** Every action of a list has its own place. */
export const actionOrderRepeated: Defect = {
  id: "action-order-repeated",
  severity: "warning",
  facts: ["R42", "TF53"],
  *find(subject) {
    for (const { owner, argument, actions } of actionLists(subject)) {
      const orders = actions.map(({ order }) => known(order));
      const repeated = orders.find((order, index) => order !== undefined && orders.indexOf(order) < index);
      if (repeated === undefined) continue;
      yield {
        at: owner,
        message: `${argument} blocks must each have their own order, got ${repeated} twice`,
        fix: "number them in the order in which they run; a block without order has that of its position",
      };
    }
  },
};
