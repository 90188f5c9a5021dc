import type { Defect } from "../defect";
import { groupsOf, weightedForwards } from "../forwards";

/** Stickiness by the cookie of an application is for actions with one target group. */
export const appCookieInWeightedAction: Defect = {
  id: "app-cookie-in-weighted-action",
  severity: "error",
  facts: ["S28"],
  *find(subject) {
    for (const action of weightedForwards(subject)) {
      if (action.entries.length < 2) continue;
      for (const { address, attributes } of groupsOf(subject, action)) {
        const { enabled, type } = attributes.stickiness;
        if (enabled !== true || type !== "app_cookie") continue;
        yield {
          at: action.list.owner,
          message: `${action.list.argument} forward to several groups must have none with app_cookie stickiness, got ${address}`,
          fix: "use stickiness of type lb_cookie in the target group, and stickiness in the forward block",
        };
      }
    }
  },
};
