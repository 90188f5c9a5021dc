import { isUnknown, listed, type TargetGroup } from "../../topology";
import type { Comparison } from "../comparison";
import type { Hazard } from "../risk";
import type { OtherProbes } from "./other-probes";
import type { RunningServer } from "./running-servers";
import { few } from "./target-course";

/** What of a health check is changed, else what is changed under it. */
export function changeIn({ group: { before, after }, isKept }: RunningServer): string {
  const changed = (["path", "port", "protocol", "matcher"] as const).flatMap((name) => {
    const [was, is] = [before.healthCheck[name], after.healthCheck[name]];
    return was === is || isUnknown(was) || isUnknown(is) ? [] : [`${name} from ${was} to ${is}`];
  });
  if (changed.length > 0) return `changes the health check, ${changed.join(", ")}`;
  return isKept ? "moves targets under a health check" : "changes servers under the same health check";
}

/** How long targets that fail are still taken for healthy. */
export function whenUnhealthy({ healthCheck: { unhealthyThreshold, intervalSeconds } }: TargetGroup): string {
  if (isUnknown(unhealthyThreshold) || isUnknown(intervalSeconds)) return "a few failures";
  return `${unhealthyThreshold} failures, ${unhealthyThreshold * intervalSeconds} seconds,`;
}

/** Whether an auto scaling group ends what the load balancer calls unhealthy. */
export function endsUnhealthy({ after }: Comparison, address: string): boolean {
  const server = after.resource(address);
  return server?.type === "aws_autoscaling_group" && server.value("health_check_type") === "ELB";
}

/** Servers that say nothing of themselves that is understood. */
export function nobodyKnows(
  comparison: Comparison,
  { group: { after }, changes, registrations }: OtherProbes,
): Hazard {
  const { labels } = comparison;
  const servers = registrations.map(
    (registration) => comparison.after.serverOf(registration) ?? registration.target,
  );
  const names = few(servers.map((server) => labels.after.to(server)));
  const isEnded = servers.some((server) => "address" in server && endsUnhealthy(comparison, server.address));
  return {
    at: after,
    level: "needs-care",
    message: `changes the health check of ${labels.after.to(after)}, ${listed(changes)}, and nobody here can say whether ${names} ${registrations.length === 1 ? "passes" : "pass"} it`,
    course: [
      "Terraform changes it at once, while the servers run on as they are",
      `if they do not pass it, they are unhealthy after ${whenUnhealthy(after)}${isEnded ? " and the auto scaling group ends every instance and starts another, which fails as well: requests are answered 502 and 503" : " and where no target is healthy, requests go to all of them, whether they work or not"}`,
    ],
    fix: "ask the servers for it by hand first; or roll out servers that answer both first, and change the health check in a second change",
  };
}
