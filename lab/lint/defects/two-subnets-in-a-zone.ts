import type { Defect } from "../defect";
import { placementsOf, shownLink } from "../subnets";
import { enumerate, quoted } from "../values";

/** A load balancer takes one subnet of each zone. All of one zone are `too-few-zones`. */
export const twoSubnetsInAZone: Defect = {
  id: "two-subnets-in-a-zone",
  severity: "error",
  facts: ["N3", "TF6", "B56"],
  *find(subject) {
    for (const lb of subject.loadBalancers()) {
      const placements = placementsOf(subject, lb) ?? [];
      const zones = new Set(placements.map(({ zone }) => zone));
      if (zones.size < 2) continue;
      for (const zone of zones) {
        const inZone = placements.filter((placement) => placement.zone === zone);
        if (zone === undefined || inZone.length < 2) continue;
        const got = enumerate(inZone.map(({ subnet }) => shownLink(subnet)));
        yield {
          at: lb,
          message: `subnets must be one of each zone, got ${got} of ${quoted(zone)}`,
          fix: "keep one of them",
        };
      }
    }
  },
};
