import { isUnknown, type TargetGroup } from "../../topology";

/** How long a new target of a group gets no requests: it needs one passed probe, and the first comes within an interval. */
export function whenFirstHealthy({ healthCheck }: TargetGroup): string {
  const { intervalSeconds } = healthCheck;
  return isUnknown(intervalSeconds)
    ? "once its servers run"
    : `up to ${intervalSeconds} seconds after its server runs`;
}
