import type { Failure, LoadBalancing } from "./contract";
import type { Deadlines, Watched } from "./deadlines";
import type { Timeouts } from "./options";
import type { TargetPool } from "./target-pool";

/** What the connections of one listener share. */
export interface Front {
  readonly balancing: LoadBalancing;
  readonly timeouts: Timeouts;
  readonly targets: TargetPool;
  /** Of clients' connections. */
  readonly deadlines: Deadlines;
  readonly exchanges: Deadlines<InProgress>;
  /** Of one HTTP/2 connection. */
  readonly http2Requests: number;
  /** No further request on any connection. */
  stopping: boolean;
}

export interface InProgress extends Watched {
  abort(failure: Failure): void;
}
