import type { Defect } from "./defect";
import { healthTimeoutNotBelowInterval } from "./defects/health-timeout-not-below-interval";
import { listenerPortTaken } from "./defects/listener-port-taken";
import { targetGroupOfTwoLoadBalancers } from "./defects/target-group-of-two-load-balancers";

/** Every defect, in the order of ids. */
export const allDefects: readonly Defect[] = [
  healthTimeoutNotBelowInterval,
  listenerPortTaken,
  targetGroupOfTwoLoadBalancers,
];
