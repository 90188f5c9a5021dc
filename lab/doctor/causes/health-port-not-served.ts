import type { Cause } from "../cause";
import { mayBe } from "../target";
import { listed } from "../words";

/** Health checks go to a port of their own, and the server does not listen on it. */
export const healthPortNotServed: Cause = {
  id: "health-port-not-served",
  kind: "broken",
  facts: ["U11", "H2"],
  rank: 20,
  *find(one) {
    for (const target of one.troubled) {
      const { words, port, healthPort, group } = target;
      if (words === undefined || healthPort === undefined || group === undefined) continue;
      if (healthPort === port || words.ports.includes(healthPort)) continue;
      if (!mayBe(target, ["unhealthy", "initial"])) continue;
      const served = listed(words.ports.map(String), "or");
      yield {
        targets: [target],
        certainty: words.isCertain ? "certain" : "likely",
        seen: [`by its user data, the server listens on ${served}`],
        cause: `health checks go to port ${healthPort}, on which the server does not listen`,
        fix: `set health_check port of ${one.place(group)} to "traffic-port" or ${served}`,
        explains: ["nothing-listens"],
      };
    }
  },
};
