import type { Cause } from "../cause";
import { isFailing } from "../target";
import { duration, known } from "../words";

/** Somebody has slowed the server at the dashboard of the local lab, beyond what health checks wait. */
export const slowedOnPurpose: Cause = {
  id: "slowed-on-purpose",
  kind: "broken",
  facts: ["U9", "H53"],
  rank: 10,
  *find(one) {
    for (const target of one.troubled) {
      const delayMs = target.seen?.process?.delayMs ?? 0;
      if (delayMs === 0 || !isFailing(target)) continue;
      const timeout = known(target.group?.healthCheck.timeoutSeconds);
      if (timeout !== undefined && delayMs < (timeout * 1000) / one.speed) continue;
      yield {
        targets: [target],
        certainty: "certain",
        seen: [`every answer of ${target.name} waits ${duration(delayMs)}, as set at the dashboard`],
        cause: "somebody has slowed the server at the dashboard, beyond the timeout of its health checks",
        place: target.name,
        fix: (places) => `set ${places} back to normal at the dashboard`,
        explains: ["slow-answer"],
      };
    }
  },
};
