import type { Registration, TargetGroup } from "../../topology";
import type { Comparison } from "../comparison";
import type { Hazard, Risk } from "../risk";
import { changeIn, endsUnhealthy, whenUnhealthy } from "../targets/health-check-words";
import { probeFailure } from "../targets/probe-outcome";
import { type RunningServer, runningServers } from "../targets/running-servers";
import { few } from "../targets/target-course";

/** Servers that pass their health checks today will not any more. */
export const healthCheckFailsServers: Risk = {
  id: "health-check-fails-servers",
  level: "needs-care",
  facts: ["H8", "H13", "H34", "H70", "U1", "U11"],
  rank: 10,
  *find(comparison) {
    const failing = new Map<string, RunningServer[]>();
    for (const server of runningServers(comparison)) {
      if (failureOf(server) === undefined) continue;
      const { address } = server.group.after;
      failing.set(address, [...(failing.get(address) ?? []), server]);
    }
    for (const servers of failing.values()) yield fails(comparison, servers);
  },
};

/** Of servers that pass today, or that nobody knows to fail. */
function failureOf({ group, registration, before, after }: RunningServer): string | undefined {
  if (after === undefined || isAtWrongPort(group.after, registration.after, after.ports)) return undefined;
  if (before && probeFailure(before, group.before, registration.before) !== undefined) return undefined;
  return probeFailure(after, group.after, registration.after);
}

/** Then requests fail as well, which is told as that. */
function isAtWrongPort(
  { healthCheck }: TargetGroup,
  { port }: Registration,
  ports: readonly number[],
): boolean {
  return healthCheck.port === "traffic-port" && typeof port === "number" && !ports.includes(port);
}

function fails(comparison: Comparison, servers: readonly RunningServer[]): Hazard {
  const [first] = servers as readonly [RunningServer, ...RunningServer[]];
  const { after } = first.group;
  const names = few(servers.map(({ server }) => comparison.labels.after.to(server)));
  const isAll = comparison.after.registrationsOf(after).length === servers.length;
  const isEnded = servers.some(({ server }) => endsUnhealthy(comparison, server.address));
  return {
    at: after,
    ...(isEnded && { level: "drops-traffic" }),
    message: `${changeIn(first)}, which ${names} ${servers.length === 1 ? "fails" : "fail"}: ${failureOf(first)}`,
    course: [
      `Terraform changes it at once, and ${servers.every(({ isKept }) => isKept) ? "the servers stay as they are" : "new servers fail it from the start"}`,
      `after ${whenUnhealthy(after)} they are unhealthy`,
      isEnded
        ? "the auto scaling group takes health from the load balancer: it ends every instance and starts another, which fails as well; requests are answered 502 and 503 in between"
        : isAll
          ? "no target is healthy then, so requests go to all of them, whether they work or not: they are answered, but a server that breaks stays in, and DNS may lead elsewhere"
          : "the targets that are left answer all requests; where none is healthy, they go to all",
    ],
    fix: fixOf(first),
  };
}

function fixOf({ isKept, after }: RunningServer): string {
  const path = after?.healthPath === undefined ? "" : `, ${after.healthPath} on port ${after.ports.at(-1)}`;
  return isKept
    ? `keep what the servers answer${path}; or roll out servers that answer both first, and change the health check in a second change`
    : `let the servers go on answering what is asked, or ask for what they answer${path}`;
}
