import { pathOf } from "../answers";
import type { Cause } from "../cause";
import { isReached } from "../security";
import { known } from "../words";

/** The server is reached, and answers later than the health check waits. */
export const slowAnswer: Cause = {
  id: "slow-answer",
  kind: "broken",
  facts: ["U9", "H53", "H62"],
  rank: 42,
  *find(one) {
    for (const target of one.troubled) {
      const { seen, group, healthPort } = target;
      if (seen?.state !== "unhealthy" || seen.reason !== "Target.Timeout") continue;
      const timeout = known(group?.healthCheck.timeoutSeconds);
      const limit = timeout === undefined ? "its timeout" : `${timeout} s`;
      const where = one.placeOfGroup(target);
      yield {
        targets: [target],
        certainty: isReached(one, target, healthPort) ? "likely" : "possible",
        cause: `the server takes longer than ${limit} to answer ${pathOf(target)}, or is overloaded`,
        fix: `let the health check path answer at once, without database; or raise health_check timeout of ${where}, below its interval`,
      };
    }
  },
};
