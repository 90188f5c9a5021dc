import { isUnknown, type Listener, type LoadBalancer, listed } from "../../topology";
import type { Comparison } from "../comparison";
import { recordsOf } from "../records/records";

/** What stands in the way of destroying a load balancer, or follows from it, whatever comes after. */
export function lossOf(comparison: Comparison, lb: LoadBalancer): readonly string[] {
  const { before } = comparison;
  const ports = before
    .listenersOf(lb)
    .filter((listener) => isDestroyedFirst(comparison, listener))
    .map(({ port }) => (isUnknown(port) ? "a port" : `port ${port}`));
  const name = comparison.labels.before.to(lb);
  return [
    ...(ports.length === 0
      ? []
      : [`Terraform destroys rules and listeners first: nothing answers at ${listed(ports)} of ${name}`]),
    lb.attributes.deletionProtection === true
      ? `it begins to destroy ${name}; AWS refuses that while deletion protection is on, and the apply ends there, without listeners`
      : `it destroys ${name}, and the DNS name of it with it`,
  ];
}

/** Records of this input that lead to a load balancer, as people know them. */
export function namesThatLeadTo(comparison: Comparison, lb: LoadBalancer): readonly string[] {
  const found = recordsOf(comparison.before).filter(({ targets = [] }) => targets.includes(lb.address));
  return [...new Set(found.map(({ name, resource }) => name ?? resource.address))];
}

function isDestroyedFirst(comparison: Comparison, listener: Listener): boolean {
  const change = comparison.changeOf(listener);
  return change?.kind === "destroy" || (change?.kind === "replace" && change.first !== "create");
}
