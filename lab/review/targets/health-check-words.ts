import { isUnknown, type TargetGroup } from "../../topology";
import type { Comparison } from "../comparison";
import type { RunningServer } from "./running-servers";

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
