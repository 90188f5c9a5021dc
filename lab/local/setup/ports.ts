import type { GroupSetup } from "./types";

/** Port that health checks of a target go to: its own traffic port, or one that is the same for the whole group. */
export function healthPortOf({ healthCheck }: GroupSetup["group"], trafficPort: number): number {
  return healthCheck.port === "traffic-port" ? trafficPort : healthCheck.port;
}
