import type { Cause } from "../cause";
import { isFailing } from "../target";
import { bootedAt, decidedAt, healthyAt, isBooting } from "../timing";

/** The server is not up yet, which takes a while after a launch; health checks fail until then. */
export const stillStarting: Cause = {
  id: "still-starting",
  kind: "passing",
  facts: ["U20", "H32", "H33", "H51"],
  rank: 30,
  *find(one) {
    for (const target of one.troubled) {
      const { seen } = target;
      if (seen === undefined || !isFailing(target) || seen.reason === "Elb.RegistrationInProgress") continue;
      const isLocal = seen.process?.state === "starting";
      const isNew = isBooting(one, target);
      if (!isLocal && !isNew && seen.state !== "initial") continue;
      const expectedAtMs = isNew
        ? healthyAt(one, target, bootedAt(one, target))
        : (decidedAt(one, target) ?? one.evidence.atMs);
      yield {
        targets: [target],
        certainty: "likely",
        cause: isNew
          ? "the instance has just been launched: boot, packages and server take about 3 minutes"
          : "the first health checks are still under way",
        fix: "wait, and ask again if it is not healthy by then",
        ...(expectedAtMs !== undefined && { expectedAtMs }),
      };
    }
  },
};
