import { failsWith, servesClients } from "../answers";
import type { Cause } from "../cause";

/** The server knows its public name only, and health checks call it by its address. */
export const healthCheckHostRefused: Cause = {
  id: "health-check-host-refused",
  kind: "broken",
  facts: ["U3", "H18", "H52"],
  rank: 33,
  *find(one) {
    for (const target of one.troubled) {
      const status = failsWith(target, (code) => [400, 403, 421].includes(code));
      if (status === undefined) continue;
      const isServing = servesClients(one, target);
      yield {
        targets: [target],
        certainty: status === 403 && !isServing ? "possible" : "likely",
        ...(isServing && { seen: [`${target.name} gives clients good answers at the same time`] }),
        cause: `the server refuses the Host of health checks, which is its private address and port: it says ${status}`,
        fix: "let the server accept its address as Host on the health check path, or give it a default virtual host",
      };
    }
  },
};
