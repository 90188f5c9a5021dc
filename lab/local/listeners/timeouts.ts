import { DEFAULT_TIMEOUTS, type Timeouts } from "../http";
import type { LoadBalancerSetup } from "../setup/types";

/** The time limits of a load balancer as its attributes say at the time; another one for a test wins. */
export function timeoutsOf(
  attributes: () => LoadBalancerSetup["attributes"] | undefined,
  instead: Partial<Timeouts> = {},
): Timeouts {
  const declared = {
    ...DEFAULT_TIMEOUTS,
    get idleMs() {
      return instead.idleMs ?? (attributes()?.idleTimeoutSeconds ?? 60) * 1000;
    },
    get clientKeepAliveMs() {
      return instead.clientKeepAliveMs ?? (attributes()?.clientKeepAliveSeconds ?? 3600) * 1000;
    },
  };
  const { idleMs: _idle, clientKeepAliveMs: _keepAlive, ...rest } = instead;
  return Object.assign(declared, rest);
}
