import type { Comparison } from "../comparison";
import type { Hazard, Risk } from "../risk";
import { type FailingServer, failingServers, howToPass } from "../targets/failing-servers";
import { changeIn, endsUnhealthy, nobodyKnows, whenUnhealthy } from "../targets/health-check-words";
import { otherProbes } from "../targets/other-probes";
import { runningServers } from "../targets/running-servers";
import { few } from "../targets/target-course";

/** Servers that pass their health checks today will not any more, or nobody can say whether they will. */
export const healthCheckFailsServers: Risk = {
  id: "health-check-fails-servers",
  level: "needs-care",
  facts: ["H8", "H13", "H34", "H70", "U1", "U11"],
  rank: 10,
  *find(comparison) {
    const running = runningServers(comparison);
    const failing = failingServers(comparison, running);
    for (const servers of failing.values()) yield fails(comparison, servers);
    for (const each of otherProbes(comparison, running))
      if (!failing.has(each.group.after.address)) yield nobodyKnows(comparison, each);
  },
};

function fails(comparison: Comparison, servers: readonly FailingServer[]): Hazard {
  const [first] = servers as readonly [FailingServer, ...FailingServer[]];
  const { after } = first.group;
  const names = few(servers.map(({ server }) => comparison.labels.after.to(server)));
  const isAll = comparison.after.registrationsOf(after).length === servers.length;
  const isEnded = servers.some(({ server }) => endsUnhealthy(comparison, server.address));
  return {
    at: after,
    ...(isEnded && { level: "drops-traffic" }),
    message: `${changeIn(first)}, which ${names} ${servers.length === 1 ? "fails" : "fail"}: ${first.why}`,
    course: [
      `Terraform changes it at once, and ${servers.every(({ isKept }) => isKept) ? "the servers stay as they are" : "new servers fail it from the start"}`,
      `after ${whenUnhealthy(after)} they are unhealthy`,
      isEnded
        ? "the auto scaling group takes health from the load balancer: it ends every instance and starts another, which fails as well; requests are answered 502 and 503 in between"
        : isAll
          ? "no target is healthy then, so requests go to all of them, whether they work or not: they are answered, but a server that breaks stays in, and DNS may lead elsewhere"
          : "the targets that are left answer all requests; where none is healthy, they go to all",
    ],
    fix: howToPass(first),
  };
}
