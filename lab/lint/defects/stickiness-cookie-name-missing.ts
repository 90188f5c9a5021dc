import { serverGroups } from "../application-groups";
import type { Defect } from "../defect";

/** A client is recognized by a cookie of the application only where that has a name. */
export const stickinessCookieNameMissing: Defect = {
  id: "stickiness-cookie-name-missing",
  severity: "error",
  facts: ["S27", "N67", "TF31"],
  *find(subject) {
    for (const group of serverGroups(subject)) {
      const { enabled, type, cookieName } = group.attributes.stickiness;
      if (enabled !== true || type !== "app_cookie" || cookieName !== undefined) continue;
      yield {
        at: group,
        message: "stickiness cookie_name must be set with type app_cookie, got none",
        fix: "give the name of the application's cookie, or use lb_cookie",
      };
    }
  },
};
