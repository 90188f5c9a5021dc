import { type Opening, openings } from "../../reach";
import {
  type AutoScalingGroup,
  type Element,
  follow,
  type Instance,
  isUnknown,
  type LoadBalancer,
} from "../../topology";
import type { Comparison } from "../comparison";
import { keyOf } from "../listeners/standing-listeners";
import { renamesIn } from "../renames/renames";

/** Something with security groups. */
export type Wearer = LoadBalancer | Instance | AutoScalingGroup;

/** What a change admits that was not admitted, at a group or at something that gets another group. */
export interface Opened {
  readonly at: Element;
  readonly openings: readonly Opening[];
  /** Who has the group after the change. */
  readonly wearers: readonly Wearer[];
}

/** Groups that are there on both sides and admit more, and groups that are given to something that runs already. */
export function openedGroups(comparison: Comparison): readonly Opened[] {
  const [before, after] = [comparison.before.topology, comparison.after.topology];
  const widened = comparison.pairs("securityGroups").map(({ after: group }): Opened => {
    const groups = [{ address: group.address }];
    const found = openings({ topology: before, groups }, { topology: after, groups });
    return { at: group, openings: found, wearers: wearersOf(comparison.after, group.address) };
  });
  const told = new Set(widened.flatMap(({ openings: found }) => found.map(({ rule }) => rule)));
  const attached = wearerPairs(comparison).map(({ before: was, after: is }): Opened => {
    const [had, has] = [was.securityGroups, is.securityGroups];
    if (isUnknown(had) || isUnknown(has)) return { at: is, openings: [], wearers: [] };
    const keys = new Set(had.map(keyOf));
    const groups = has.filter((link) => !keys.has(keyOf(link)));
    const found = openings({ topology: before, groups: had }, { topology: after, groups });
    return { at: is, openings: found.filter(({ rule }) => !told.has(rule)), wearers: [is] };
  });
  const renamed = new Set(renamesIn(comparison).map(({ to }) => to.address));
  return [...widened, ...joined(attached)]
    .map((one) => ({ ...one, openings: one.openings.filter(({ from }) => !renamed.has(from)) }))
    .filter((one) => one.openings.length > 0);
}

/** What several get by the same groups is told once. */
function joined(attached: readonly Opened[]): readonly Opened[] {
  const groups = new Map<string, Opened>();
  for (const one of attached) {
    const key = JSON.stringify(one.openings);
    const { at, wearers } = groups.get(key) ?? { at: one.at, wearers: [] };
    groups.set(key, { at, openings: one.openings, wearers: [...wearers, ...one.wearers] });
  }
  return [...groups.values()];
}

function wearerPairs(comparison: Comparison) {
  return [
    ...comparison.pairs("loadBalancers"),
    ...comparison.pairs("instances"),
    ...comparison.pairs("autoScalingGroups"),
  ];
}

/** Load balancers and servers that have a security group. */
export function wearersOf({ topology }: Comparison["after"], group: string): readonly Wearer[] {
  return [...topology.loadBalancers, ...topology.instances, ...topology.autoScalingGroups].filter((wearer) =>
    hasGroup(wearer, group),
  );
}

function hasGroup({ securityGroups }: Wearer, group: string): boolean {
  return !isUnknown(securityGroups) && securityGroups.some((link) => keyOf(link) === group);
}

/** A listener that is added needs its port; it says itself, and the routes say, that it is a new entrance. */
export function isForNewListener(
  comparison: Comparison,
  { wearers }: Opened,
  { services }: Opening,
): boolean {
  const added = new Set(comparison.added("listeners").map(({ address }) => address));
  const isAdded = (port: number, wearer: Wearer) =>
    listenersOf(comparison, wearer).some((one) => added.has(one.address) && one.port === port);
  return (
    wearers.length > 0 && services.every((one) => wearers.every((wearer) => isOnlyPort(one, wearer, isAdded)))
  );
}

function listenersOf({ after }: Comparison, wearer: Wearer) {
  return "dnsName" in wearer ? after.listenersOf(wearer) : [];
}

/** From a load balancer to the port of its targets, or to that of their health checks: requests need that. */
export function isForTargets(
  { after }: Comparison,
  { wearers }: Opened,
  { from, services }: Opening,
): boolean {
  const { registrations, targetGroups } = after.topology;
  const isNeeded = (port: number, wearer: Wearer) =>
    registrations.some((registration) => {
      const group = follow(targetGroups, registration.group);
      if (group === undefined || after.serverOf(registration)?.address !== wearer.address) return false;
      const isPort = registration.port === port || group.healthCheck.port === port;
      return isPort && after.loadBalancersOf(group).some((lb) => hasGroup(lb, from));
    });
  return (
    wearers.length > 0 &&
    services.every((one) => wearers.every((wearer) => isOnlyPort(one, wearer, isNeeded)))
  );
}

function isOnlyPort(
  { protocol, fromPort, toPort }: Opening["services"][number],
  wearer: Wearer,
  isNeeded: (port: number, wearer: Wearer) => boolean,
): boolean {
  return protocol === "tcp" && fromPort === toPort && isNeeded(fromPort, wearer);
}
