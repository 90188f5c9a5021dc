import type { LoadBalancer } from "../../topology";
import type { Defect } from "../defect";
import type { Server } from "../group-users";
import { serverWords } from "../server-words";
import type { Subject } from "../subject";
import { known } from "../values";
import { waysOf } from "../ways";

/** A server that closes an idle connection before the load balancer does loses the request that comes just then. */
export const keepAliveBelowIdleTimeout: Defect = {
  id: "keep-alive-below-idle-timeout",
  severity: "warning",
  facts: ["P30", "P27", "Y9", "B51"],
  *find(subject) {
    for (const [server, lb] of pairsOf(subject)) {
      const keepAlive = serverWords(server)?.keepAliveSeconds;
      const idle = known(lb.attributes.idleTimeoutSeconds);
      if (keepAlive === undefined || idle === undefined || keepAlive > idle) continue;
      yield {
        at: server,
        message: `keep-alive of the server must be above idle_timeout of ${lb.address}, ${idle} s, got ${keepAlive} s`,
        fix: `keep idle connections for ${idle + 5} s, or lower idle_timeout below ${keepAlive}`,
      };
    }
  },
};

/** Each server with each load balancer that reaches it, once. */
function pairsOf(subject: Subject): readonly [Server, LoadBalancer][] {
  const pairs = new Map<string, [Server, LoadBalancer]>();
  for (const { server, lb } of waysOf(subject))
    if (server !== undefined) pairs.set(`${server.address} ${lb.address}`, [server, lb]);
  return [...pairs.values()];
}
