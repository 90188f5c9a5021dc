import { failsBecause } from "../answers";
import type { Cause } from "../cause";

/** The connection to the port of health checks is refused or cut: no server is there. */
export const nothingListens: Cause = {
  id: "nothing-listens",
  kind: "broken",
  facts: ["U11", "H54", "H62"],
  rank: 43,
  *find(one) {
    for (const target of one.troubled) {
      const { seen, healthPort } = target;
      if (seen?.state !== "unhealthy" || seen.reason !== "Target.FailedHealthChecks") continue;
      const port = healthPort ?? "of health checks";
      const isRefused = failsBecause(target) === "connection refused";
      const where = one.placeOfGroup(target);
      yield {
        targets: [target],
        certainty: isRefused ? "likely" : "possible",
        cause: `nothing listens on port ${port} of the target: the server is not up, on another port, or on 127.0.0.1 only`,
        place: target.name,
        fix: (places) =>
          `see with "ss -ltn" on ${places} which port its server has on 0.0.0.0; start it, or correct port of ${where}`,
      };
    }
  },
};
