import type { Comparison } from "../comparison";
import type { Hazard } from "../risk";
import { closedPorts } from "./closed-ports";
import type { RunningServer } from "./running-servers";
import { few } from "./target-course";

/** The registration changes, and the server that runs does not. */
export function movedAway(
  { group, before }: RunningServer,
  name: string,
  was: number,
  is: number,
): Hazard | undefined {
  if (before?.ports.includes(is) === true) return undefined;
  const isSure = before?.isCertain === true;
  return {
    at: group.after,
    ...(!isSure && { level: "needs-care" }),
    message: `sends requests of ${name} to port ${is} instead of ${was}, while servers run on as they are${before === undefined ? "" : `, on port ${before.ports.join(" and ")}`}`,
    course: [
      `Terraform deregisters the targets at port ${was} and registers them at port ${is}; servers are not restarted`,
      `where nothing listens on port ${is}, connections are refused: requests are answered 502, and health checks fail`,
    ],
    fix: `let the servers listen on ${was} and ${is} first, register port ${is} in a second change, and give up ${was} in a third`,
  };
}

/** New servers listen elsewhere than requests go. */
export function disagreeing(
  { group, server }: RunningServer,
  name: string,
  listens: number,
  is: number,
): Hazard {
  const isGroup = "minSize" in server;
  return {
    at: group.after,
    message: `lets new servers of ${name} listen on port ${listens}, while requests go to port ${is}`,
    course: [
      isGroup
        ? "the auto scaling group replaces its instances one after the other"
        : "Terraform replaces the servers",
      `nothing listens on port ${is} of the new ones: requests are answered 502, health checks fail, and that for good`,
    ],
    fix: `register the targets at port ${listens}, with new servers beside the old ones; or let the servers listen on ${is}`,
  };
}

/** Both agree at the end; in between old servers, new registrations and security groups do not. */
export function onTheWay(
  comparison: Comparison,
  { group, server, registration }: RunningServer,
  name: string,
  was: number,
  is: number,
): Hazard | undefined {
  const closing = closedPorts(comparison, registration.before, was);
  const isGroup = "minSize" in server;
  if (closing.length === 0 && !isGroup) return undefined;
  return {
    at: group.after,
    message: `moves servers of ${name} from port ${was} to ${is} in one apply`,
    course: [
      ...(closing.length > 0
        ? [
            `Terraform takes ${few(closing)} away while old servers may still get requests on port ${was}, in no fixed order: these time out and are answered 504`,
          ]
        : []),
      isGroup
        ? `requests go to port ${is} at once, and old instances listen on ${was} until each is replaced: they are answered 502`
        : `it replaces the servers and registers them at port ${is}, in no fixed order with the rules of security groups`,
    ],
    fix: `open port ${is} and add new servers on it in a first change; take the old servers away, and port ${was} with them, in a second one`,
  };
}

/** Nothing happens yet. */
export function later({ server }: RunningServer, name: string, listens: number, is: number): Hazard {
  return {
    at: server,
    level: "needs-care",
    message: `says port ${listens} in user data that runs only in new servers of ${name}, while requests go to port ${is}`,
    course: [
      `servers that run go on listening on port ${is}`,
      `those that start later listen on ${listens}: their health checks fail, and requests to them are answered 502`,
    ],
    fix: `register port ${listens} together with new servers that listen on it, or leave ${is} in the user data`,
  };
}
