import {
  describeText,
  describeUnknown,
  isKnown,
  isUnknown,
  type Knowable,
  type Labels,
  type Link,
  labelOf,
  type Peer,
  type SecurityGroup,
  type SecurityGroupRule,
  type Topology,
} from "../../../lab/topology";
import { columns, hanging, listed, type Page } from "../text";
import { renderHeading } from "./heading";

/** Every security group, whom it guards, and what it lets through. */
export function renderSecurityGroups(topology: Topology, labels: Labels, page: Page): string[][] {
  return topology.securityGroups.map((group) => [
    ...renderHeading("Security group", group, page),
    ...hanging("  ", describeGuarded(group, topology), page.width),
    ...renderRules(group, labels),
  ]);
}

function describeGuarded(group: SecurityGroup, topology: Topology): string {
  const { loadBalancers, instances, autoScalingGroups } = topology;
  const guarded = [...loadBalancers, ...instances, ...autoScalingGroups]
    .filter(({ securityGroups }) => includes(securityGroups, group))
    .map(labelOf);
  if (guarded.length === 0) return "attached to nothing in this input";
  return `of ${guarded.length > 6 ? `${guarded.slice(0, 5).join(", ")} and ${guarded.length - 5} more` : listed(guarded)}`;
}

function includes(links: Knowable<readonly Link[]>, { address }: SecurityGroup): boolean {
  return isKnown(links) && links.some((link) => "address" in link && link.address === address);
}

function renderRules({ rules }: SecurityGroup, labels: Labels): string[] {
  if (isUnknown(rules)) return [`  rules ${describeUnknown(rules)}`];
  if (rules.length === 0) return ["  lets nothing in or out"];
  const directions = [...rules].sort((one, other) => rank(one) - rank(other));
  return columns(
    directions.map((rule) => {
      const isInward = rule.direction === "ingress";
      return [
        isInward ? "in" : "out",
        describePorts(rule),
        `${isInward ? "from" : "to"} ${describePeer(rule.peer, labels)}`,
      ];
    }),
  );
}

function rank({ direction }: SecurityGroupRule): number {
  return direction === "ingress" ? 0 : 1;
}

function describePorts({ protocol, fromPort, toPort }: SecurityGroupRule): string {
  if (protocol === "-1" || protocol === "all") return "everything";
  const [name, from, to] = [protocol, fromPort, toPort].map(describeText);
  if (fromPort === -1 || (fromPort === 0 && toPort === 65_535)) return `all ${name}`;
  return from === to ? `${name} ${from}` : `${name} ${from}-${to}`;
}

function describePeer(peer: Peer, labels: Labels): string {
  if ("cidr" in peer) return describeText(peer.cidr);
  if ("prefixList" in peer) return `prefix list ${labels.to(peer.prefixList)}`;
  return labels.to(peer.securityGroup);
}
