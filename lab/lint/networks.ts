import { isUnknown, type Knowable, type Link, type Resource } from "../topology";
import { leadsTo, type Subject } from "./subject";

/** Subnets declared here that load balancers or servers are in. */
export function usedSubnets(subject: Subject): readonly Resource[] {
  const links = subnetLinks(subject);
  return subject
    .resources("aws_subnet", "aws_default_subnet")
    .filter((subnet) => links.some((link) => leadsTo(link, subnet)));
}

/** VPCs declared here, the default one too, that load balancers, servers or target groups are in. */
export function usedVpcs(subject: Subject): readonly Resource[] {
  const { targetGroups } = subject.topology;
  const links = [
    ...usedSubnets(subject).map((subnet) => subnet.link("vpc_id")),
    ...targetGroups.map(({ vpc }) => vpc),
  ];
  return subject
    .resources("aws_vpc", "aws_default_vpc")
    .filter((vpc) => links.some((link) => leadsTo(link, vpc)));
}

function subnetLinks(subject: Subject): readonly Link[] {
  const { instances, autoScalingGroups } = subject.topology;
  return [
    ...subject.loadBalancers().flatMap(({ subnets }) => listOf(subnets)),
    ...instances.flatMap(({ subnet }) => (subnet === undefined ? [] : [subnet])),
    ...autoScalingGroups.flatMap(({ subnets }) => listOf(subnets)),
  ];
}

function listOf(links: Knowable<readonly Link[]>): readonly Link[] {
  return isUnknown(links) ? [] : links;
}
