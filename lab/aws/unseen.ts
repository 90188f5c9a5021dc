import type { Topology } from "../topology";
import type { Ask } from "./asking/ask";
import type { Call } from "./asking/calls";
import type { Identified } from "./matching/address";
import { unseenListeners, unseenRules, unseenTargets } from "./unseen-elements";

/** Why something is not known. */
export interface Reason {
  readonly unknown: string;
}

/** What a call in vain leaves open: why, for the element with an address; undefined: nothing. */
export type Open = (call: Call, element: { readonly address: string }) => Reason | undefined;

/**
 * Says `unknown` for everything that a call in vain would have told, where a default or nothing stands now.
 */
export function withUnseen(topology: Topology, identified: readonly Identified[], ask: Ask): Topology {
  const open = openIn(identified, ask);
  return {
    ...topology,
    loadBalancers: topology.loadBalancers.map((lb) =>
      withoutAttributes(lb, "DescribeLoadBalancerAttributes", open),
    ),
    listeners: [
      ...topology.listeners.map((it) => withoutAttributes(it, "DescribeListenerAttributes", open)),
      ...unseenListeners(topology, open),
    ],
    rules: [...topology.rules, ...unseenRules(topology, open)],
    targetGroups: topology.targetGroups.map((group) =>
      withoutFacts(withoutAttributes(group, "DescribeTargetGroupAttributes", open), open),
    ),
    registrations: [...topology.registrations, ...unseenTargets(topology, open)],
    instances: topology.instances.map((instance) => {
      const reason = open("DescribeInstanceAttribute", instance);
      return reason ? { ...instance, userData: reason } : instance;
    }),
    securityGroups: topology.securityGroups.map((group) => {
      const reason = open("DescribeSecurityGroupRules", group);
      return reason ? { ...group, rules: reason } : group;
    }),
  };
}

function openIn(identified: readonly Identified[], ask: Ask): Open {
  const unseen = new Map(identified.map(({ address, state }) => [address, new Set(state.unseen)]));
  // asked for many groups at once: which of them are without is not known
  const rules = ask.failureOf("DescribeSecurityGroupRules");
  return (call, { address }) => {
    if (call === "DescribeSecurityGroupRules") return rules === undefined ? undefined : { unknown: rules };
    if (!unseen.get(address)?.has(call)) return undefined;
    return { unknown: ask.failureOf(call) ?? "AWS does not say it any more" };
  };
}

function withoutAttributes<E extends { readonly address: string; readonly attributes: object }>(
  element: E,
  call: Call,
  open: Open,
): E {
  const reason = open(call, element);
  return reason ? { ...element, attributes: unknownLeaves(element.attributes, reason) } : element;
}

/** Of a group that is known by its ARN alone: what a default stands for now. */
function withoutFacts(group: Topology["targetGroups"][number], open: Open): typeof group {
  const reason = open("DescribeTargetGroups", group);
  if (reason === undefined) return group;
  return {
    ...group,
    targetType: reason,
    port: reason,
    protocol: reason,
    protocolVersion: reason,
    healthCheck: unknownLeaves(group.healthCheck, reason),
  };
}

/** The same shape, unknown in every place. */
function unknownLeaves<T extends object>(value: T, reason: Reason): T {
  const entries = Object.entries(value).map(([key, part]) => {
    const isShape = typeof part === "object" && part !== null && !Object.hasOwn(part, "unknown");
    return [key, isShape ? unknownLeaves(part, reason) : reason];
  });
  return Object.fromEntries(entries) as T;
}
