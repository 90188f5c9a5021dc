import type { LoadBalancer } from "../../topology";
import type { Defect } from "../defect";
import { addressesOf, groupAddressOf, groupsOfOthers } from "../group-users";
import { covers, isEveryPort, type OpenRule, openRules, shownOpening } from "../open-rules";
import type { Subject } from "../subject";
import { enumerate, known } from "../values";

/** A port that is open without a listener serves nobody, and is open to the next listener unasked. */
export const loadBalancerOpenBeyondListeners: Defect = {
  id: "load-balancer-open-beyond-listeners",
  severity: "warning",
  facts: ["U31", "EC2.18"],
  *find(subject) {
    const shared = groupsOfOthers(subject);
    for (const open of openRules(subject, "ingress")) {
      const group = groupAddressOf(open.rule);
      if (group === undefined || shared.has(group) || isSaidElsewhere(open)) continue;
      const ports = listenerPorts(subject, group);
      if (ports === undefined || isWithin(open, ports)) continue;
      yield {
        at: open.rule.at,
        message: `a load balancer should be open on the ports of its listeners only, ${enumerate(ports.map(String))}, got ${shownOpening(open)}`,
        fix: "narrow the rule to the ports of the listeners, one rule each",
      };
    }
  },
};

/** Rules that are wrong for any group. */
function isSaidElsewhere(open: OpenRule): boolean {
  return isEveryPort(open) || covers(open, 22) || covers(open, 3389);
}

/** Ports of the listeners of every load balancer of a group, ascending; `undefined`: none, or nobody knows them all. */
function listenerPorts(subject: Subject, group: string): readonly number[] | undefined {
  const { loadBalancers, listeners } = subject.topology;
  const isOfGroup = ({ securityGroups }: LoadBalancer) => addressesOf(securityGroups).includes(group);
  const users = loadBalancers.filter(isOfGroup);
  const isClassic = subject
    .resources("aws_elb")
    .some((elb) => addressesOf(elb.links("security_groups")).includes(group));
  const areAllKnown = listeners.every((listener) => subject.loadBalancerOf(listener) !== undefined);
  if (users.some((lb) => !subject.loadBalancers().includes(lb)) || isClassic || !areAllKnown)
    return undefined;
  const ports = users.flatMap((lb) => subject.listenersOf(lb)).map(({ port }) => known(port));
  const all = ports.filter((port) => port !== undefined);
  const isSilent = users.some((lb) => subject.listenersOf(lb).length === 0);
  if (all.length === 0 || all.length < ports.length || isSilent) return undefined;
  return [...new Set(all)].sort((one, other) => one - other);
}

function isWithin({ ports: { from, to } }: OpenRule, listeners: readonly number[]): boolean {
  const inside = listeners.filter((port) => from <= port && port <= to);
  return inside.length === to - from + 1;
}
