import {
  type AutoScalingGroup,
  type Block,
  type Instance,
  isUnknown,
  type Knowable,
  type Link,
  type Resource,
  type SecurityGroup,
  type TargetGroup,
} from "../topology";
import type { WrittenRule } from "./security-rules";
import type { Subject } from "./subject";
import { known } from "./values";

/** Addresses of the security groups that links lead to. */
export function addressesOf(links: Knowable<readonly Link[]>): readonly string[] {
  return (known(links) ?? []).flatMap((link) => ("address" in link ? [link.address] : []));
}

/** Address of the security group that a rule belongs to. */
export function groupAddressOf({ group }: WrittenRule): string | undefined {
  return group !== undefined && "address" in group ? group.address : undefined;
}

/** Security groups of load balancers of every kind. */
export function groupsOfLoadBalancers(subject: Subject): ReadonlySet<string> {
  const classic = subject.resources("aws_elb").map((elb) => elb.links("security_groups"));
  const all = [...subject.topology.loadBalancers.map(({ securityGroups }) => securityGroups), ...classic];
  return new Set(all.flatMap(addressesOf));
}

/** Security groups of whatever is no load balancer. */
export function groupsOfOthers(subject: Subject): ReadonlySet<string> {
  const { instances, autoScalingGroups } = subject.topology;
  const servers = [...instances, ...autoScalingGroups].map(({ securityGroups }) => securityGroups);
  const templates = subject.resources("aws_launch_template").flatMap(groupsOfTemplate);
  const interfaces = subject.resources("aws_network_interface").map((card) => card.links("security_groups"));
  return new Set([...servers, ...templates, ...interfaces].flatMap(addressesOf));
}

function groupsOfTemplate(template: Resource): readonly Knowable<readonly Link[]>[] {
  const cards = template.blocks("network_interfaces");
  const blocks: readonly Block[] = isUnknown(cards) ? [] : cards;
  return [template.links("vpc_security_group_ids"), ...blocks.map((card) => card.links("security_groups"))];
}

/** Groups whose rules count at a server or a load balancer, in their order. */
export function securityGroupsOf(
  subject: Subject,
  { securityGroups }: { readonly securityGroups: Knowable<readonly Link[]> },
): readonly SecurityGroup[] {
  const addresses = addressesOf(securityGroups);
  return subject.topology.securityGroups.filter(({ address }) => addresses.includes(address));
}

export type Server = Instance | AutoScalingGroup;

/** Whether an application load balancer sends requests to a group, as far as the group says. */
export function isHttp({ protocol }: TargetGroup): boolean {
  const name = known(protocol);
  return name === "HTTP" || name === "HTTPS";
}
