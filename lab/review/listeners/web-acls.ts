import type { Subject } from "../../lint";
import type { Link, Resource } from "../../topology";
import { keyOf } from "./standing-listeners";

/** What puts a web ACL in front of a load balancer. */
export interface WebAclAssociation {
  readonly resource: Resource;
  /** Address or ARN of the load balancer. */
  readonly balancer: string;
  /** Undefined: not set. */
  readonly acl: Link | undefined;
}

/** Those whose load balancer is known; a web ACL in front of anything else is left out. */
export function webAclAssociations(subject: Subject): readonly WebAclAssociation[] {
  const balancers = new Set(subject.topology.loadBalancers.map(({ address }) => address));
  return subject
    .resources("aws_wafv2_web_acl_association", "aws_wafregional_web_acl_association")
    .flatMap((resource) => {
      const link = resource.link("resource_arn");
      const balancer = link && keyOf(link);
      if (balancer === undefined) return [];
      if (!balancers.has(balancer) && !balancer.includes(":loadbalancer/")) return [];
      const acl = resource.link("web_acl_arn") ?? resource.link("web_acl_id");
      return [{ resource, balancer, acl }];
    });
}
