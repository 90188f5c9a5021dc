import { DEFAULT_QUOTAS, Subject } from "../../../../lab/lint";
import type { Action, Listener, ListenerRule, Topology } from "../../../../lab/topology";

/** A listener with its rules, without anything around them. */
export interface Routes {
  readonly rules: readonly ListenerRule[];
  readonly defaultActions: readonly Action[];
}

const empty: Topology = {
  source: { kind: "plan" },
  loadBalancers: [],
  listeners: [],
  rules: [],
  targetGroups: [],
  registrations: [],
  instances: [],
  autoScalingGroups: [],
  securityGroups: [],
  vpcs: [],
  subnets: [],
  resources: [],
  ignored: [],
};

/** One listener on HTTP 80 of one load balancer that is declared elsewhere, with these rules. */
export function subjectOf({ rules, defaultActions }: Routes): Subject {
  const listener: Listener = {
    address: "web",
    type: "aws_lb_listener",
    loadBalancer: { external: "lb" },
    port: 80,
    protocol: "HTTP",
    certificates: [],
    defaultActions,
    attributes: {},
  };
  return new Subject({ ...empty, listeners: [listener], rules }, DEFAULT_QUOTAS);
}
