import { isUnknown, type Link, type LoadBalancer, type SecurityGroup } from "../../topology";
import type { Comparison } from "../comparison";

type Wearer = Pick<LoadBalancer, "address" | "securityGroups">;

/** What routes and filters traffic for everybody; a change to one of them may touch every way. */
const shared =
  /^aws_(?:(?:default_)?(?:vpc|subnet|route|route_table|network_acl)(?:_|$)|main_route|internet_gateway|egress_only|nat_gateway|ec2_managed_prefix)/;

/**
 * Whether the way between some places may be another one after a change: where neither they, nor their security groups, nor
 * the network changes, nobody has to look.
 */
export function touchedWays(comparison: Comparison): (...ends: readonly Wearer[]) => boolean {
  const isShared = comparison
    .changesTo(["create", "update", "replace", "destroy", "forget", "other"])
    .some(({ type }) => shared.test(type) && !/security_group/.test(type));
  if (isShared) return () => true;
  const groups = touchedGroups(comparison);
  return (...ends) =>
    ends.some(
      (end) =>
        comparison.changeOf(end) !== undefined ||
        isUnknown(end.securityGroups) ||
        end.securityGroups.some((link) => isTouched(link, groups)),
    );
}

function isTouched(link: Link, groups: ReadonlySet<string>): boolean {
  return !("address" in link) || groups.has(link.address);
}

/** Groups that change, whose rules do, or one of whose rules is replaced by the same one. */
function touchedGroups(comparison: Comparison): ReadonlySet<string> {
  const later = new Map(comparison.after.topology.securityGroups.map((group) => [group.address, group]));
  const touched = comparison.before.topology.securityGroups.filter((before) => {
    const after = later.get(before.address);
    return after === undefined || isOther(comparison, before, after);
  });
  return new Set(touched.map(({ address }) => address));
}

function isOther(comparison: Comparison, before: SecurityGroup, after: SecurityGroup): boolean {
  if (comparison.changeOf(before) !== undefined || isUnknown(before.rules) || isUnknown(after.rules))
    return true;
  return (
    JSON.stringify(before.rules) !== JSON.stringify(after.rules) ||
    before.rules.some((rule) => comparison.changeOf(rule) !== undefined)
  );
}
