import type { SeenTarget } from "../../doctor";

/** States that a target of an application load balancer can have. */
const STATES = [
  "initial",
  "healthy",
  "unhealthy",
  "unused",
  "draining",
  "unavailable",
] as const satisfies readonly SeenTarget["state"][];

/** A state as AWS says it; undefined: one that targets of other load balancers have. */
export function healthStateOf(text: string | undefined): SeenTarget["state"] | undefined {
  return STATES.find((state) => state === text);
}

/** Machine states as AWS says them. */
const MACHINES = [
  "pending",
  "running",
  "stopping",
  "stopped",
  "shutting-down",
  "terminated",
] as const satisfies readonly SeenTarget["machine"][];

export function machineStateOf(text: string | undefined): SeenTarget["machine"] {
  return MACHINES.find((state) => state === text);
}
