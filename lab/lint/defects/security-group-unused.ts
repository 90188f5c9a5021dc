import { isUnknown, type Resource } from "../../topology";
import type { Defect } from "../defect";
import { memoize } from "../memoize";
import { hasUnreadModules, Mentions } from "../policy";

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
    const mentions = memoize(() => new Mentions(others));
    const held = heldBy(others);
    for (const group of subject.resources("aws_security_group")) {
      if (held === "any" || held.has(group.address) || mentions().has(group)) continue;
      yield {
        at: group,
        message: "a security group must be used by a load balancer or a server, got nobody in it",
        fix: "name it in the security groups of what it is for, or remove it",
      };
    }
  },
};

/** Addresses of the groups that resources are in; a link that nobody knows may be to any. */
function heldBy(others: readonly Resource[]): ReadonlySet<string> | "any" {
  const held = new Set<string>();
  for (const other of others)
    for (const path of PLACES) {
      const links = other.links(...path);
      if (isUnknown(links) || links.some(isUnknown)) return "any";
      for (const link of links) if ("address" in link) held.add(link.address);
    }
  return held;
}
