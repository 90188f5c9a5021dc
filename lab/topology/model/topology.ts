import type { Resource } from "../graph/types";
import type { Link } from "../known";
import type { AutoScalingGroup, Instance } from "./instance";
import type { Listener, ListenerRule } from "./listener";
import type { LoadBalancer } from "./load-balancer";
import type { SecurityGroup, Subnet, Vpc } from "./network";
import type { Registration, TargetGroup } from "./target-group";

/**
 * What a Terraform input says about load balancers and everything that decides where a request ends. Flat: elements
 * point at each other by `Link`. Every list is in the order of addresses.
 */
export interface Topology {
  readonly source: TopologySource;
  readonly loadBalancers: readonly LoadBalancer[];
  readonly listeners: readonly Listener[];
  readonly rules: readonly ListenerRule[];
  readonly targetGroups: readonly TargetGroup[];
  readonly registrations: readonly Registration[];
  readonly instances: readonly Instance[];
  readonly autoScalingGroups: readonly AutoScalingGroup[];
  readonly securityGroups: readonly SecurityGroup[];
  readonly vpcs: readonly Vpc[];
  readonly subnets: readonly Subnet[];
  /** Everything that is declared, modelled or not, in the order of addresses: for questions that the model has no word for. */
  readonly resources: readonly Resource[];
  /** Resources and data sources that no part of this model stands for. */
  readonly ignored: readonly { readonly address: string; readonly type: string }[];
}

export interface TopologySource {
  readonly kind: "synth" | "plan" | "state";
  /** Name of the CDKTF stack, where there is one. */
  readonly stack?: string;
  /** Region of the provider, where the input says it. */
  readonly region?: string;
  /** What the constructs of a synthesized stack leave for the rooms of the lab, as it is written: `//`.`alb-lab`. */
  readonly notes?: Readonly<Record<string, unknown>>;
}

/** The element a link leads to; undefined when it is external, unknown or of another kind. */
export function follow<E extends { readonly address: string }>(
  elements: readonly E[],
  link: Link | undefined,
): E | undefined {
  if (link === undefined || !("address" in link)) return undefined;
  return elements.find(({ address }) => address === link.address);
}
