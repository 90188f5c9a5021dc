import { ask, obstacleIn } from "../../reach";
import { isUnknown, type Registration, type TargetGroup } from "../../topology";
import type { Comparison } from "../comparison";
import type { RunningServer } from "./running-servers";

/** Port that health checks of a target go to; undefined: there are none, or nobody can say. */
export function probedPort(
  { healthCheck: { enabled, port } }: TargetGroup,
  registration: Registration,
): number | undefined {
  if (enabled !== true || isUnknown(port)) return undefined;
  const probed = port === "traffic-port" ? registration.port : port;
  return isUnknown(probed) ? undefined : probed;
}

/** Why health checks that move to a port of their own do not get there; undefined: they do, or did not get through before. */
export function closedHealthPort(
  { before, after }: Comparison,
  { group, registration, server }: RunningServer,
): string | undefined {
  const [was, port] = [
    probedPort(group.before, registration.before),
    probedPort(group.after, registration.after),
  ];
  // where requests go too, they fail as well, which is told as that
  if (was === undefined || port === undefined || was === port || port === registration.after.port)
    return undefined;
  for (const { address: from } of after.loadBalancersOf(group.after)) {
    const about = { from, to: server.address, family: "ipv4" } as const;
    const { verdict, ways } = ask(after.topology, { ...about, port });
    if (verdict !== "no") continue;
    const { verdict: former } = ask(before.topology, { ...about, port: was });
    if (former === "yes" || former === "some")
      return `nothing gets through to port ${port}: ${obstacleIn(ways[0]?.steps ?? [])?.why ?? "nothing lets them in"}`;
  }
  return undefined;
}
