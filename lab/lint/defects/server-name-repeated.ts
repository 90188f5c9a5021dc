import type { Defect } from "../defect";
import type { Server } from "../group-users";
import { serverWords } from "../server-words";
import { enumerate, quoted } from "../values";
import { waysOf } from "../ways";

/** Answers show who was asked only where every server of a load balancer has a name of its own. */
export const serverNameRepeated: Defect = {
  id: "server-name-repeated",
  severity: "warning",
  facts: ["B80"],
  *find(subject) {
    const ways = waysOf(subject);
    for (const lb of subject.loadBalancers()) {
      const reached = ways.flatMap((way) => (way.lb === lb && way.server !== undefined ? [way.server] : []));
      const servers = [...new Set(reached)].filter(({ instances }) => instances === undefined);
      const byName = new Map<string, Server>();
      for (const server of servers) {
        const greeting = greetingOf(server);
        if (greeting === undefined) continue;
        const before = byName.get(greeting);
        byName.set(greeting, before ?? server);
        if (before === undefined) continue;
        yield {
          at: server,
          message: `each server of ${lb.address} must greet with a name of its own, got ${quoted(greeting)} from ${enumerate([before.address, server.address])}`,
          fix: "give each server another name in its user data",
        };
      }
    }
  },
};

function greetingOf(server: Server): string | undefined {
  const { name, first } = serverWords(server) ?? {};
  return first ? "Hello World" : name;
}
