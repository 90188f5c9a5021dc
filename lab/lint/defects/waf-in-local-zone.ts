import type { Defect } from "../defect";
import { leadsTo } from "../subject";
import { placementsOf } from "../subnets";
import { quoted } from "../values";
import { isLocalZone } from "../zones";

/** The web application firewall does not serve load balancers in local zones. */
export const wafInLocalZone: Defect = {
  id: "waf-in-local-zone",
  severity: "error",
  facts: ["B57"],
  *find(subject) {
    const associations = subject.resources(
      "aws_wafv2_web_acl_association",
      "aws_wafregional_web_acl_association",
    );
    for (const lb of subject.loadBalancers()) {
      const zones = (placementsOf(subject, lb) ?? []).map(({ zone }) => zone);
      const zone = zones.find((name) => name !== undefined && isLocalZone(name));
      const association = associations.find((one) => leadsTo(one.link("resource_arn"), lb));
      if (zone === undefined || association === undefined) continue;
      yield {
        at: association,
        message: `resource_arn must be of a load balancer outside local zones, got ${lb.address} in ${quoted(zone)}`,
        fix: "move the load balancer to availability zones, or drop the association",
      };
    }
  },
};
