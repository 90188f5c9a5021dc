import type { Cause } from "../cause";
import { closedEgress, closedIngress, groupPlace } from "../security";
import { mayBe } from "../target";
import { answersLine, ownAnswers } from "../traffic";

/** The port of health checks is open and that of requests is not: the target is healthy, and clients get 504. */
export const trafficPortClosed: Cause = {
  id: "traffic-port-closed",
  kind: "broken",
  facts: ["U23", "U31", "E504"],
  rank: 24,
  *find(one) {
    const answers = ownAnswers(one, 504);
    for (const target of one.targets) {
      const { port, healthPort, server } = target;
      if (
        healthPort === undefined ||
        port === healthPort ||
        !mayBe(target, ["healthy", "initial", "unhealthy"])
      )
        continue;
      const [shut] = closedIngress(one, target, port);
      const [kept] = closedEgress(one, target, port);
      const lb = shut ?? kept;
      if (lb === undefined) continue;
      const where =
        shut === undefined || server === undefined ? groupPlace(one, lb) : groupPlace(one, server);
      const direction = shut === undefined ? "egress" : "ingress";
      yield {
        targets: [target],
        certainty: "certain",
        isBesides: target.seen?.state === "unhealthy",
        ...(answers.length > 0 && { seen: [answersLine(one, answers)] }),
        cause: `security groups open port ${healthPort} of health checks, and not port ${port} of requests, which end in 504`,
        fix: `add an ${direction} rule to ${where}: TCP ${port}`,
      };
    }
  },
};
