import type { PropChecks } from "../checks/prop-checks";
import { isToken, listed, show } from "../checks/values";

/** The ports of one registration: where the target gets requests, and where it is asked for its health. */
export interface ReachedPorts {
  readonly port: number;
  readonly healthPort: number;
}

/** Reports a target that is registered, or asked for its health, on a port that it does not serve. */
export function checkServedPorts(
  check: PropChecks,
  targetKey: unknown,
  served: readonly number[],
  { port, healthPort }: ReachedPorts,
): void {
  if (isToken(served)) return;
  const isServed = (reached: number) => isToken(reached) || served.includes(reached);
  const which = listed(served) || "none";
  const own = "give the instance this group as its targetGroup";
  if (!isServed(port)) {
    const rule = `target ${show(targetKey)} must be registered on a port that it serves (${which}), got ${port}`;
    check.refuse("target-port-not-served", `${rule}; ${own}, or register it on ${which}`);
    return;
  }
  if (isServed(healthPort)) return;
  const rule = `target ${show(targetKey)} must serve the health check's port, got ${healthPort} beside ${which}`;
  check.refuse("target-port-not-served", `${rule}; ${own}, or leave healthCheck.port out`);
}
