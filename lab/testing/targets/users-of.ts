import {
  type Action,
  follow,
  isUnknown,
  type Knowable,
  type Listener,
  labelOf,
  type TargetGroup,
  type Topology,
} from "../../topology";
import { knownOr } from "../words";

/** Listeners that send requests to a group, or may do so. */
export function usersOf({ listeners, rules }: Topology, group: TargetGroup): readonly Listener[] {
  return listeners.filter((listener) => {
    const own = rules.filter((rule) => isUnknown(rule.listener) || follow([listener], rule.listener));
    const lists = [listener.defaultActions, ...own.map(({ actions }) => actions)];
    return lists.some((actions) => mayLeadTo(actions, group));
  });
}

function mayLeadTo(actions: Knowable<readonly Action[]>, { address }: TargetGroup): boolean {
  if (isUnknown(actions)) return true;
  return actions.some((action) => {
    if (isUnknown(action)) return true;
    if (action.kind !== "forward") return false;
    if (isUnknown(action.groups)) return true;
    return action.groups.some(
      ({ group }) => isUnknown(group) || ("address" in group && group.address === address),
    );
  });
}

/** Zones of the load balancers that send requests to a group. */
export function zonesOfUsers(topology: Topology, group: TargetGroup): readonly string[] {
  const { loadBalancers } = topology;
  const using = new Set(
    usersOf(topology, group).map((listener) => follow(loadBalancers, listener.loadBalancer)),
  );
  const zones = loadBalancers
    .filter((lb) => using.has(lb))
    .flatMap((lb) =>
      knownOr(lb.zones, `zones of ${labelOf(lb)}`).map((zone) => knownOr(zone, `a zone of ${labelOf(lb)}`)),
    );
  return [...new Set(zones)];
}
