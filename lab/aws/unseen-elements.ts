import type { Topology } from "../topology";
import type { Open } from "./unseen";

/**
 * Listeners that nobody may see: each stands for none, one or many, as elements do whose number is not known.
 */
export function unseenListeners({ loadBalancers }: Topology, open: Open): Topology["listeners"] {
  return loadBalancers.flatMap(({ address }) => {
    const reason = open("DescribeListeners", { address });
    if (reason === undefined) return [];
    const listener = {
      address: `${address}.listeners`,
      type: "aws_lb_listener",
      instances: reason,
      loadBalancer: { address },
      port: reason,
      protocol: reason,
      certificates: [],
      defaultActions: reason,
      attributes: {},
    };
    return [listener];
  });
}

/** Rules that nobody may see, likewise. */
export function unseenRules({ listeners }: Topology, open: Open): Topology["rules"] {
  return listeners.flatMap(({ address }) => {
    const reason = open("DescribeRules", { address });
    if (reason === undefined) return [];
    const rule = {
      address: `${address}.rules`,
      type: "aws_lb_listener_rule",
      instances: reason,
      listener: { address },
      priority: reason,
      conditions: reason,
      actions: reason,
    };
    return [rule];
  });
}

/** Targets that nobody may see, likewise. */
export function unseenTargets({ targetGroups }: Topology, open: Open): Topology["registrations"] {
  return targetGroups.flatMap(({ address }) => {
    const reason = open("DescribeTargetHealth", { address });
    if (reason === undefined) return [];
    const registration = {
      address: `${address}.targets`,
      type: "aws_lb_target_group_attachment",
      instances: reason,
      group: { address },
      target: reason,
      port: reason,
    };
    return [registration];
  });
}
