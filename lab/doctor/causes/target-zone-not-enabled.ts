import { isUnknown } from "../../topology";
import type { Cause } from "../cause";
import type { Target } from "../target";
import { known, listed } from "../words";

/** The target is in a zone in which the load balancer has no subnet. */
export const targetZoneNotEnabled: Cause = {
  id: "target-zone-not-enabled",
  kind: "broken",
  facts: ["U15", "H26", "H57"],
  rank: 20,
  *find(one) {
    for (const target of one.troubled) {
      const [zone, enabled] = [zoneOf(target), enabledZones(target)];
      const isCertain = zone !== undefined && enabled.length > 0 && !enabled.includes(zone);
      if (target.seen === undefined ? !isCertain : !isSaid(target)) continue;
      const [lb] = target.loadBalancers;
      const where = lb === undefined ? "the load balancer" : one.place(lb);
      yield {
        targets: [target],
        certainty: isCertain ? "certain" : "likely",
        ...(enabled.length > 0 && { seen: [`the load balancer is in ${listed(enabled)}`] }),
        cause: `the target is in ${zone ?? "a zone"}, where the load balancer has no subnet`,
        fix: `add a subnet of ${zone ?? "its zone"} to subnets of ${where}, or move the target`,
      };
    }
  },
};

function isSaid({ seen }: Target): boolean {
  return seen?.reason === "Target.NotInUse" && /Availability Zone/.test(seen.description ?? "");
}

function zoneOf({ seen, server }: Target): string | undefined {
  return seen?.zone ?? (server !== undefined && "zone" in server ? known(server.zone) : undefined);
}

/** None where one of them is not known. */
function enabledZones({ loadBalancers }: Target): readonly string[] {
  const zones = loadBalancers.flatMap(({ zones }) => (isUnknown(zones) ? [zones] : zones));
  return zones.some(isUnknown) ? [] : zones.filter((zone) => typeof zone === "string");
}
