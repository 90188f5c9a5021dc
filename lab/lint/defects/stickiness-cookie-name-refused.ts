import { serverGroups } from "../application-groups";
import type { Defect } from "../defect";
import { known, quoted } from "../values";

/** The application's cookie is its own, and is a cookie. */
export const stickinessCookieNameRefused: Defect = {
  id: "stickiness-cookie-name-refused",
  severity: "error",
  facts: ["S27", "N67", "TF31"],
  *find(subject) {
    for (const group of serverGroups(subject)) {
      const { enabled, type, cookieName } = group.attributes.stickiness;
      const name = known(cookieName);
      if (enabled !== true || type !== "app_cookie" || name === undefined) continue;
      const isReserved = name.startsWith("AWSALB");
      // A name of other characters is none by RFC 6265; whether AWS looks at them is not documented.
      if (!isReserved && /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/.test(name)) continue;
      yield {
        at: group,
        message: isReserved
          ? `stickiness cookie_name must not start with AWSALB, got ${quoted(name)}`
          : `stickiness cookie_name must be the name of a cookie, got ${quoted(name)}`,
        fix: "give the name of a cookie that the application itself sets, such as JSESSIONID",
        ...(!isReserved && { severity: "warning" }),
      };
    }
  },
};
