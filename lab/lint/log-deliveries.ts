import type { LoadBalancer, LogDelivery } from "../topology";
import type { Subject } from "./subject";
import { known } from "./values";

/** Logs that a load balancer does write. */
export interface Logs extends LogDelivery {
  readonly lb: LoadBalancer;
  /** The argument that says so. */
  readonly block: "access_logs" | "connection_logs";
}

/** All logs that are switched on for sure. */
export function logsOf(subject: Subject): readonly Logs[] {
  const all = subject.loadBalancers().flatMap((lb): readonly Logs[] => [
    { lb, block: "access_logs", ...lb.attributes.accessLogs },
    { lb, block: "connection_logs", ...lb.attributes.connectionLogs },
  ]);
  return all.filter(({ enabled }) => known(enabled) === true);
}
