import type { Cause } from "../cause";
import { isServing } from "../target";
import { answersLine, ownAnswers } from "../traffic";
import { known } from "../words";

/** The server closes idle connections before the load balancer does, so that some requests end in 502. */
export const keepAliveTooShort: Cause = {
  id: "keep-alive-too-short",
  kind: "broken",
  facts: ["E502", "P30", "Y9"],
  rank: 31,
  *find(one) {
    const answers = ownAnswers(one, 502);
    if (answers.length === 0) return;
    for (const target of one.targets) {
      const { words, loadBalancers, server } = target;
      const keepAlive = words?.keepAliveSeconds;
      const [lb] = loadBalancers;
      const idle = lb && known(lb.attributes.idleTimeoutSeconds);
      if (!isServing(target) || server === undefined || lb === undefined) continue;
      if (keepAlive === undefined || idle === undefined || keepAlive > idle) continue;
      yield {
        targets: [target],
        certainty: "likely",
        seen: [answersLine(one, answers)],
        cause: `the server closes idle connections after ${keepAlive} s, before the ${idle} s of the load balancer: now and then a request meets the end of its connection`,
        place: one.place(server),
        fix: (places) =>
          `let the server of ${places} keep connections for ${idle + 5} s, or lower idle_timeout of ${one.place(lb)}`,
      };
    }
  },
};
