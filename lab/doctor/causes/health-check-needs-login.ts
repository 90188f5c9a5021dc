import { failsWith, pathOf } from "../answers";
import type { Cause } from "../cause";

/** The health check path is behind a login. */
export const healthCheckNeedsLogin: Cause = {
  id: "health-check-needs-login",
  kind: "broken",
  facts: ["U4", "H52"],
  rank: 32,
  *find(one) {
    for (const target of one.troubled) {
      const status = failsWith(target, (code) => code === 401 || code === 403 || code === 407);
      if (status === undefined) continue;
      yield {
        targets: [target],
        certainty: status === 403 ? "possible" : "likely",
        cause: `the server wants a login before it answers ${pathOf(target)}: it says ${status}`,
        fix: "exempt the health check path from the login in the server",
      };
    }
  },
};
