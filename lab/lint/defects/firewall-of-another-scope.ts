import { isUnknown } from "../../topology";
import type { Defect } from "../defect";
import { linksOf, textOf } from "../policy";
import { quoted } from "../values";

/** A web ACL for CloudFront cannot stand in front of a load balancer. */
export const firewallOfAnotherScope: Defect = {
  id: "firewall-of-another-scope",
  severity: "error",
  facts: ["B87"],
  *find(subject) {
    const lbs = new Set(subject.loadBalancers().map(({ address }) => address));
    for (const association of subject.resources("aws_wafv2_web_acl_association")) {
      const guarded = linksOf(association, ["resource_arn"]);
      if (!guarded.some((link) => !isUnknown(link) && "address" in link && lbs.has(link.address))) continue;
      for (const link of linksOf(association, ["web_acl_arn"])) {
        const acl = "address" in link ? subject.resource(link.address) : undefined;
        const scope = acl && textOf(acl, ["scope"], "");
        if (acl === undefined || scope === undefined || scope === "" || scope === "REGIONAL") continue;
        yield {
          at: acl,
          message: `scope of a web ACL for a load balancer must be REGIONAL, got ${quoted(scope)}`,
          fix: "set scope to REGIONAL; what is shared with CloudFront needs a web ACL of its own",
        };
      }
    }
  },
};
