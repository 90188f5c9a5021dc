import { serverGroups } from "../application-groups";
import type { Defect } from "../defect";
import { known, quoted } from "../values";

/** The load balancer's own cookie has a name already. */
export const stickinessCookieNameUnused: Defect = {
  id: "stickiness-cookie-name-unused",
  severity: "warning",
  facts: ["N67", "S21", "S27"],
  *find(subject) {
    for (const group of serverGroups(subject)) {
      const { enabled, type, cookieName } = group.attributes.stickiness;
      const name = known(cookieName);
      if (enabled !== true || type !== "lb_cookie" || name === undefined) continue;
      yield {
        at: group,
        message: `stickiness cookie_name must be absent with type lb_cookie, got ${quoted(name)}`,
        fix: "drop it, or use app_cookie to follow the application's cookie",
      };
    }
  },
};
