import { assertKeys, assertMilliseconds, assertStatus } from "./assert-given";
import { AS_DECLARED, type Behaviour } from "./machines/behaviour";

/** How a server answers from now on; what is left out is as its program would. */
export interface Deployment {
  /** Status of its answers to requests, 200-599. */
  readonly status?: number;
  /** Status of its answers to health checks, 200-599. */
  readonly healthStatus?: number;
  /** How much longer than usual every answer takes, health checks included, in milliseconds. */
  readonly milliseconds?: number;
}

/** @throws SimulationError for a value out of its range */
export function behaviourOf(deployment: Deployment): Behaviour {
  assertKeys("deploy", deployment, ["status", "healthStatus", "milliseconds"]);
  const { status, healthStatus, milliseconds = 0 } = deployment;
  for (const given of [status, healthStatus]) if (given !== undefined) assertStatus("deploy", given);
  assertMilliseconds("deploy", milliseconds);
  return {
    ...AS_DECLARED,
    ...(status !== undefined && { status }),
    ...(healthStatus !== undefined && { healthStatus }),
    delayMs: milliseconds,
  };
}
