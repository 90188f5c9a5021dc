import { type LoadBalancer, listed } from "../../topology";
import type { Comparison } from "../comparison";
import type { Hazard, Risk } from "../risk";
import { type GroupFates, groupFates } from "../targets/target-fates";
import { allKnown, zonesOf } from "../targets/target-zones";

/** A zone no longer takes requests in, or has nobody to answer them. */
export const zoneRemoved: Risk = {
  id: "zone-removed",
  level: "drops-traffic",
  facts: ["U15", "H26", "S9", "E503"],
  rank: 20,
  *find(comparison) {
    for (const { before, after, kind } of comparison.pairs("loadBalancers")) {
      const isServing =
        before.loadBalancerType === "application" && comparison.before.listenersOf(before).length > 0;
      if (!isServing || kind === "replace" || kind === "forget") continue;
      const [was, is] = [allKnown(before.zones), allKnown(after.zones)];
      const lost = was?.filter((zone) => is?.includes(zone) === false) ?? [];
      if (lost.length > 0) yield closed(comparison, after, lost);
    }
    for (const each of groupFates(comparison)) yield* deserted(comparison, each);
  },
};

function closed(comparison: Comparison, lb: LoadBalancer, lost: readonly string[]): Hazard {
  const left = comparison.after
    .groupsOf(lb)
    .filter((group) =>
      zonesOf(comparison.after, comparison.after.registrationsOf(group))?.some((zone) => lost.includes(zone)),
    )
    .map((group) => comparison.labels.after.to(group));
  return {
    at: lb,
    message: `takes ${listed(lost)} away from ${comparison.labels.after.to(lb)}`,
    course: [
      "Terraform sets the subnets in place; AWS takes away the addresses of the load balancer in the zone",
      "clients that know one of them still go there and are not answered, until they ask DNS again: for a minute, or for as long as they keep what they know",
      left.length === 0
        ? "the zones that are left take all requests in"
        : `targets of ${listed(left)} in the zone get no request any more (Target.NotInUse)`,
    ],
    fix: "move the targets out of the zone first; take it away when few clients are there, and let those that keep addresses reconnect",
  };
}

/** Zones of a group in which a target was and none is. */
function* deserted(
  comparison: Comparison,
  { group: { after }, fates, later }: GroupFates,
): Generator<Hazard> {
  const was = zonesOf(
    comparison.before,
    fates.map(({ registration }) => registration),
  );
  const is = zonesOf(comparison.after, later);
  if (was === undefined || is === undefined || is.length === 0) return;
  const open = comparison.after.loadBalancersOf(after).flatMap(({ zones }) => allKnown(zones) ?? []);
  const lost = was.filter((zone) => !is.includes(zone) && open.includes(zone));
  if (lost.length === 0) return;
  const isClosed = after.attributes.crossZone === "false";
  yield {
    at: after,
    ...(!isClosed && { level: "needs-care" }),
    message: `leaves ${comparison.labels.after.to(after)} without a target in ${listed(lost)}`,
    course: [
      `clients still come in by the load balancer's addresses in ${listed(lost)}`,
      isClosed
        ? "cross-zone load balancing is off for the group: their requests are answered 503"
        : `their requests go to targets in ${listed(is)}; when that fails, nobody else is there`,
    ],
    fix: `keep a target in every zone of the load balancer${isClosed ? ", or set load_balancing_cross_zone_enabled to true" : ""}`,
  };
}
