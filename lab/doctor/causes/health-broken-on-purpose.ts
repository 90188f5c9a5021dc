import type { Cause } from "../cause";
import { isFailing } from "../target";

/** Somebody has switched the health check off at the dashboard of the local lab. */
export const healthBrokenOnPurpose: Cause = {
  id: "health-broken-on-purpose",
  kind: "broken",
  facts: ["U5", "H52"],
  rank: 10,
  *find(one) {
    for (const target of one.troubled) {
      if (target.seen?.process?.healthBroken !== true || !isFailing(target)) continue;
      yield {
        targets: [target],
        certainty: "certain",
        isBesides: target.seen.state === "unhealthy" && target.seen.reason !== "Target.ResponseCodeMismatch",
        seen: [`"break health" is on for ${target.name} at the dashboard`],
        cause: "somebody has broken the health check at the dashboard",
        place: target.name,
        fix: (places) => `mend the health of ${places} at the dashboard`,
        explains: ["health-check-server-error"],
      };
    }
  },
};
