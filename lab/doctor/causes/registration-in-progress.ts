import type { Cause } from "../cause";
import { healthyAt } from "../timing";

/** The target was registered a moment ago. */
export const registrationInProgress: Cause = {
  id: "registration-in-progress",
  kind: "passing",
  facts: ["U19", "H31", "H50"],
  rank: 30,
  *find(one) {
    for (const target of one.troubled) {
      if (target.seen?.reason !== "Elb.RegistrationInProgress") continue;
      const expectedAtMs = healthyAt(one, target, one.evidence.atMs);
      yield {
        targets: [target],
        certainty: "certain",
        cause: "the target has just been registered; its first health check is to come",
        fix: "wait: one successful health check makes it healthy",
        ...(expectedAtMs !== undefined && { expectedAtMs }),
      };
    }
  },
};
