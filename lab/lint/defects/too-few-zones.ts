import type { LoadBalancer } from "../../topology";
import type { Defect } from "../defect";
import type { Subject } from "../subject";
import { type Placement, placementsOf, shownLink } from "../subnets";
import { quoted } from "../values";
import { isLocalZone } from "../zones";

/** A load balancer stands in two zones or more, except on an Outpost and in local zones. */
export const tooFewZones: Defect = {
  id: "too-few-zones",
  severity: "error",
  facts: ["N3", "TF6", "B56"],
  *find(subject) {
    for (const lb of subject.loadBalancers()) {
      const placements = placementsOf(subject, lb);
      if (placements === undefined || mayStandAlone(subject, lb, placements)) continue;
      const got = gotOf(placements);
      if (got === undefined) continue;
      // a subnet that is not made here may be in a local zone, where one is enough
      const isSure = placements.every(
        ({ subnet, zone }) => zone !== undefined || ("address" in subnet && !subject.isLookedUp(subnet)),
      );
      yield {
        at: lb,
        message: `subnets must be of two zones or more, got ${got}`,
        fix: "add a subnet of another zone",
        ...(!isSure && { severity: "warning" }),
      };
    }
  },
};

/** Undefined where there are two zones, or may be. */
function gotOf(placements: readonly Placement[]): string | undefined {
  const [first, ...others] = placements;
  if (first === undefined) return "no subnet";
  if (others.length === 0) return `one subnet, ${shownLink(first.subnet)}`;
  const { zone } = first;
  const isOne = zone !== undefined && others.every((other) => other.zone === zone);
  return isOne ? `${placements.length} subnets of ${quoted(zone)}` : undefined;
}

function mayStandAlone(subject: Subject, lb: LoadBalancer, placements: readonly Placement[]): boolean {
  if (subject.resource(lb.address)?.value("customer_owned_ipv4_pool")) return true;
  return placements.some(({ subnet, zone }) => {
    const resource = "address" in subnet ? subject.resource(subnet.address) : undefined;
    return Boolean(resource?.value("outpost_arn")) || (zone !== undefined && isLocalZone(zone));
  });
}
