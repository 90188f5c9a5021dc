import {
  isUnknown,
  type Link,
  type LoadBalancer,
  type SecurityGroup,
  type SecurityGroupRule,
} from "../../topology";
import type { Comparison } from "../comparison";

type Wearer = Pick<LoadBalancer, "address" | "securityGroups">;

/** What routes and filters traffic for everybody; a change to one of them may touch every way. */
const shared =
  /^aws_(?:(?:default_)?(?:vpc|subnet|route|route_table|network_acl)(?:_|$)|main_route|internet_gateway|egress_only|nat_gateway|ec2_managed_prefix)/;

/** One end of a way, and in which direction its security groups count: answers to what they let in, they let out. */
export interface WayEnd {
  readonly wearer: Wearer;
  readonly direction: SecurityGroupRule["direction"];
}

/**
 * Whether the way between some places may be another one after a change: where neither they, nor their security groups, nor
 * the network changes, nobody has to look.
 */
export function touchedWays(comparison: Comparison): (...ends: readonly WayEnd[]) => boolean {
  const isShared = comparison
    .changesTo(["create", "update", "replace", "destroy", "forget", "other"])
    .some(({ type }) => shared.test(type) && !/security_group/.test(type));
  if (isShared) return () => true;
  const groups = {
    ingress: touchedGroups(comparison, "ingress"),
    egress: touchedGroups(comparison, "egress"),
  };
  return (...ends) =>
    ends.some(
      ({ wearer, direction }) =>
        comparison.changeOf(wearer) !== undefined ||
        isUnknown(wearer.securityGroups) ||
        wearer.securityGroups.some((link) => isTouched(link, groups[direction])),
    );
}

function isTouched(link: Link, groups: ReadonlySet<string>): boolean {
  return !("address" in link) || groups.has(link.address);
}

/** Groups that change, whose rules of a direction do, or one of these is replaced by the same one. */
function touchedGroups(comparison: Comparison, direction: WayEnd["direction"]): ReadonlySet<string> {
  const later = new Map(comparison.after.topology.securityGroups.map((group) => [group.address, group]));
  const touched = comparison.before.topology.securityGroups.filter((before) => {
    const after = later.get(before.address);
    return after === undefined || isOther(comparison, before, after, direction);
  });
  return new Set(touched.map(({ address }) => address));
}

function isOther(
  comparison: Comparison,
  before: SecurityGroup,
  after: SecurityGroup,
  direction: WayEnd["direction"],
): boolean {
  if (comparison.changeOf(before) !== undefined || isUnknown(before.rules) || isUnknown(after.rules))
    return true;
  const [was, is] = [before.rules, after.rules].map((rules) =>
    rules.filter((rule) => rule.direction === direction),
  );
  return (
    JSON.stringify(was) !== JSON.stringify(is) ||
    (was ?? []).some((rule) => comparison.changeOf(rule) !== undefined)
  );
}
