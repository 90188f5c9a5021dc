import type { Cause } from "../cause";
import { isFailing } from "../target";

/** Somebody has stopped the server at the dashboard of the local lab. */
export const serverStopped: Cause = {
  id: "server-stopped",
  kind: "broken",
  facts: ["U11", "H54"],
  rank: 10,
  *find(one) {
    for (const target of one.targets) {
      const state = target.seen?.process?.state;
      if (state !== "stopped" && state !== "stopping") continue;
      if (!isFailing(target) && target.seen?.state !== "healthy") continue;
      yield {
        targets: [target],
        certainty: "certain",
        seen: [`the process of ${target.name} is ${state === "stopped" ? "stopped" : "being stopped"}`],
        cause: "the server was stopped, at the dashboard or by a signal",
        place: target.name,
        fix: (places) => `start ${places} at the dashboard`,
        explains: ["nothing-listens", "health-check-server-error"],
      };
    }
  },
};
