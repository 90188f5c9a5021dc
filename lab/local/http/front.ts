import type { Failure, LoadBalancing } from "./contract";
import type { Deadlines } from "./deadlines";
import type { Timeouts } from "./options";
import type { TargetPool } from "./target-pool";

/** What the connections of one listener share. */
export interface Front {
  readonly balancing: LoadBalancing;
  readonly timeouts: Timeouts;
  readonly targets: TargetPool;
  readonly deadlines: Deadlines;
  readonly exchanges: Set<Abortable>;
  /** No further request on any connection. */
  stopping: boolean;
}

export interface Abortable {
  abort(failure: Failure): void;
}
