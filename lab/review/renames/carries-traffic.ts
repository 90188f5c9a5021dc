import { follow } from "../../topology";
import type { Comparison } from "../comparison";
import { groundUnder } from "../network/ground-under";
import { wearersOf } from "../network/opened-groups";

/** Whether requests depend on a resource before the change, as far as the model knows. */
export function carriesTraffic(comparison: Comparison, address: string): boolean {
  const { before } = comparison;
  const { listeners, rules, loadBalancers, targetGroups, registrations, securityGroups } = before.topology;
  const isIt = (element: { readonly address: string }) => element.address === address;
  if ([...listeners, ...rules].some(isIt)) return true;
  if (loadBalancers.some((lb) => isIt(lb) && before.listenersOf(lb).length > 0)) return true;
  if (targetGroups.some((group) => isIt(group) && comparison.isInUse(group))) return true;
  const isRegistered = registrations.some((registration) => {
    const group = follow(targetGroups, registration.group);
    const server = before.serverOf(registration)?.address;
    return group !== undefined && comparison.isInUse(group) && (isIt(registration) || server === address);
  });
  if (isRegistered || (groundUnder(comparison).get(address)?.length ?? 0) > 0) return true;
  return securityGroups.some((group) => {
    const isOf = isIt(group) || (Array.isArray(group.rules) && group.rules.some(isIt));
    return isOf && wearersOf(before, group.address).length > 0;
  });
}
