import type { Defect } from "../defect";
import { companionsOf, isWithout } from "../policy";

const ASSOCIATIONS = ["aws_wafv2_web_acl_association", "aws_wafregional_web_acl_association"];

/** A load balancer that the internet reaches has a web application firewall in front. */
export const loadBalancerWithoutFirewall: Defect = {
  id: "load-balancer-without-firewall",
  severity: "warning",
  facts: ["CKV2_AWS_28", "ELB.16", "NIST.800.53.R5-ALBWAFEnabled"],
  profile: "prod",
  *find(subject) {
    for (const lb of subject.loadBalancers()) {
      const resource = subject.resource(lb.address);
      if (resource === undefined || lb.internal !== false) continue;
      if (!isWithout(companionsOf(subject, resource, ASSOCIATIONS, "resource_arn"))) continue;
      yield {
        at: lb,
        message: "a load balancer of the internet must have a web ACL, got none",
        fix: "add aws_wafv2_web_acl_association with its ARN as resource_arn",
      };
    }
  },
};
