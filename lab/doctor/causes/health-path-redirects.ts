import { failsWith, pathOf } from "../answers";
import type { Cause } from "../cause";

/** The health check is redirected, to a login page or to HTTPS; redirects are not followed. */
export const healthPathRedirects: Cause = {
  id: "health-path-redirects",
  kind: "broken",
  facts: ["U2", "H24", "H52"],
  rank: 31,
  *find(one) {
    for (const target of one.troubled) {
      const status = failsWith(target, (code) => code >= 300 && code < 400);
      if (status === undefined) continue;
      const where = one.placeOfGroup(target);
      yield {
        targets: [target],
        certainty: "likely",
        cause: `the server answers ${pathOf(target)} with a redirect, ${status}, which health checks do not follow`,
        fix: `set health_check path of ${where} to one that answers 200 by itself, or its matcher to 200-399`,
      };
    }
  },
};
