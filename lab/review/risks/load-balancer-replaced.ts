import { isUnknown, type LoadBalancer, listed, type ResourceChange } from "../../topology";
import type { Comparison } from "../comparison";
import { reasonFor } from "../consequence";
import { lossOf, namesThatLeadTo } from "../listeners/balancer-loss";
import { forcedBy } from "../listeners/standing-listeners";
import type { Risk } from "../risk";

/** A load balancer is made anew, with another DNS name and other addresses. */
export const loadBalancerReplaced: Risk = {
  id: "load-balancer-replaced",
  level: "drops-traffic",
  facts: ["G31", "TF1", "H79"],
  rank: 10,
  *find(comparison) {
    for (const { before, after } of comparison.pairs("loadBalancers")) {
      const change = comparison.changeOf(before);
      if (change?.kind !== "replace" || isConsequence(comparison, before, change)) continue;
      const name = comparison.labels.before.to(before);
      const isUsed = comparison.before.listenersOf(before).length > 0;
      yield {
        at: after,
        ...(!isUsed && { level: "needs-care" }),
        message: `replaces the load balancer ${name}${forcedBy(change)}`,
        course: courseOf(comparison, before, after, change),
        fix: `leave ${change.forcedBy.length === 0 ? "it" : listed(change.forcedBy)} as it is; or add the new load balancer as a resource of its own, with listeners and rules, lead the names to it, and destroy the old one in a later change`,
      };
    }
  },
};

/** What is replaced with the network that it stands in is told there, also where its name only follows from that. */
function isConsequence(comparison: Comparison, { subnets }: LoadBalancer, change: ResourceChange): boolean {
  const isUprooted =
    !isUnknown(subnets) && subnets.some((link) => "address" in link && comparison.isReplaced(link));
  return isUprooted || reasonFor(comparison, change) !== change;
}

function courseOf(
  comparison: Comparison,
  before: LoadBalancer,
  after: LoadBalancer,
  { first }: ResourceChange,
): readonly string[] {
  const loss = lossOf(comparison, before);
  const isProtected = first !== "create" && before.attributes.deletionProtection === true;
  const becomesInternal = before.internal === false && after.internal === true;
  const made =
    "the new one is ready after some minutes, with another DNS name; its listeners and rules come last";
  return [
    ...(first === "create"
      ? [...loss.slice(0, -1), made, namesMove(comparison, before), ...loss.slice(-1)]
      : loss),
    ...(first === "create" || isProtected ? [] : [made, namesMove(comparison, before)]),
    ...(becomesInternal
      ? [
          `${isProtected ? "once it is gone, " : ""}the new one is internal: clients of the internet do not reach it`,
        ]
      : []),
  ];
}

function namesMove(comparison: Comparison, lb: LoadBalancer): string {
  const names = namesThatLeadTo(comparison, lb);
  const here =
    names.length === 0
      ? ""
      : `${listed(names)} is led to the new one once that is there, and resolvers follow when the TTL has passed; `;
  return `${here}whatever points at the old DNS name from elsewhere leads nowhere`;
}
