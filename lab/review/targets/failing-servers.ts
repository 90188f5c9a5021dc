import type { Registration, TargetGroup } from "../../topology";
import type { Comparison } from "../comparison";
import { closedHealthPort } from "./health-port-closed";
import { probeFailure } from "./probe-outcome";
import type { RunningServer } from "./running-servers";

/** A server that fails its health checks afterwards, and is not known to fail today. */
export interface FailingServer extends RunningServer {
  readonly why: string;
  /** Health checks do not even get there. */
  readonly isShut: boolean;
}

/** By the address of their group. */
export function failingServers(
  comparison: Comparison,
  running: readonly RunningServer[],
): ReadonlyMap<string, readonly FailingServer[]> {
  const found = new Map<string, FailingServer[]>();
  for (const server of running) {
    const answered = failureByWords(server);
    const why = answered ?? closedHealthPort(comparison, server);
    if (why === undefined) continue;
    const failing = { ...server, why, isShut: answered === undefined };
    const { address } = server.group.after;
    const others = found.get(address);
    if (others === undefined) found.set(address, [failing]);
    else others.push(failing);
  }
  return found;
}

/** What to do about it. */
export function howToPass({ isKept, isShut, after }: FailingServer): string {
  if (isShut) return "open the port between the load balancer and its targets in a first change";
  const path = after?.healthPath === undefined ? "" : `, ${after.healthPath} on port ${after.ports.at(-1)}`;
  return isKept
    ? `keep what the servers answer${path}; or roll out servers that answer both first, and change the health check in a second change`
    : `let the servers go on answering what is asked, or ask for what they answer${path}`;
}

function failureByWords({ group, registration, before, after }: RunningServer): string | undefined {
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
