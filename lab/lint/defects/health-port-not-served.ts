import type { Defect } from "../defect";
import { serverWords } from "../server-words";
import { enumerate } from "../values";
import { ownHealthPort, registeredServers } from "../ways";

/** Health checks on a port of their own fail where nothing listens on it. */
export const healthPortNotServed: Defect = {
  id: "health-port-not-served",
  severity: "error",
  facts: ["U11", "H2"],
  *find(subject) {
    for (const { group, server } of registeredServers(subject)) {
      const words = serverWords(server);
      const port = ownHealthPort(group);
      if (words === undefined || port === undefined || words.ports.includes(port)) continue;
      const served = enumerate(words.ports.map(String), "or");
      yield {
        at: group,
        message: `health_check port must be one that the server listens on, ${served}, got ${port}`,
        fix: `set it to "traffic-port" or to ${served}, or give the server a health port ${port}`,
        severity: words.isCertain ? "error" : "warning",
      };
    }
  },
};
