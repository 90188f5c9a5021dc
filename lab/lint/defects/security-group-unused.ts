import { isUnknown, type Resource } from "../../topology";
import type { Defect } from "../defect";
import { hasUnreadModules, Mentions } from "../policy";
import { leadsTo } from "../subject";

/** They say nothing about who is in a group. */
const ABOUT_GROUPS = /^aws_((default_)?security_group|vpc_security_group_(in|e)gress_rule)/;

/** Where resources name the groups that they are in. */
const PLACES = [
  ["security_groups"],
  ["security_group_ids"],
  ["vpc_security_group_ids"],
  ["vpc_config", "security_group_ids"],
  ["network_configuration", "security_groups"],
  ["network_interfaces", "security_groups"],
];

/** A group that nobody is in protects nothing, and hides that another one does. */
export const securityGroupUnused: Defect = {
  id: "security-group-unused",
  severity: "warning",
  facts: ["CKV2_AWS_5"],
  *find(subject) {
    if (hasUnreadModules(subject) || subject.loadBalancers().length === 0) return;
    const others = subject.topology.resources.filter(({ type }) => !ABOUT_GROUPS.test(type));
    const mentions = new Mentions(others);
    for (const group of subject.resources("aws_security_group")) {
      if (mentions.has(group) || others.some((other) => mayHold(other, group))) continue;
      yield {
        at: group,
        message: "a security group must be used by a load balancer or a server, got nobody in it",
        fix: "name it in the security groups of what it is for, or remove it",
      };
    }
  },
};

/** Whether a resource is in a group, or may be. */
function mayHold(other: Resource, group: Resource): boolean {
  return PLACES.some((path) => {
    const links = other.links(...path);
    return isUnknown(links) || links.some((link) => isUnknown(link) || leadsTo(link, group));
  });
}
