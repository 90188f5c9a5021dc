import { failsWith, pathOf } from "../answers";
import type { Cause } from "../cause";

/** The server itself fails, or says that it is not ready. */
export const healthCheckServerError: Cause = {
  id: "health-check-server-error",
  kind: "broken",
  facts: ["U5", "H8", "H52"],
  rank: 34,
  *find(one) {
    for (const target of one.troubled) {
      const status = failsWith(target, (code) => code >= 500);
      if (status === undefined) continue;
      yield {
        targets: [target],
        certainty: "likely",
        cause: `the server answers ${pathOf(target)} with an error of its own, ${status}`,
        place: target.name,
        fix: (places) =>
          `look at the log of ${places} for what it misses, such as its database; no matcher can allow a 5xx`,
      };
    }
  },
};
