import { isUnknown, type Knowable, type Unknown } from "./known";
import type { Action } from "./model/rule";
import type { Topology } from "./model/topology";

/** One kind of thing that a topology leaves open. */
export interface Unlinked {
  /** Such as `2 of 5 rules could not be linked to a listener in this plan`. */
  readonly message: string;
  readonly count: number;
  readonly total: number;
  /** Which ones, and why. */
  readonly elements: readonly { readonly address: string; readonly reason: string }[];
}

/** What could not be linked or is not known, for whoever reads a topology to say; empty when there is nothing. */
export function unlinked(topology: Topology): readonly Unlinked[] {
  const { kind } = topology.source;
  const where = `in this ${kind === "synth" ? "stack" : kind}`;
  return [...openLinks(topology, where), ...openValues(topology, where), ...unreadModules(topology, where)];
}

function openLinks(topology: Topology, where: string): readonly Unlinked[] {
  const { listeners, rules, registrations } = topology;
  const linked = (what: string, to: string) => (how: string) =>
    `${how} ${what} could not be linked to ${to} ${where}`;
  return [
    ...ask(listeners, ({ loadBalancer }) => loadBalancer, linked("listeners", "a load balancer")),
    ...ask(rules, ({ listener }) => listener, linked("rules", "a listener")),
    ...ask(rules, ({ actions }) => openGroup(actions), linked("rules", "a target group")),
    ...ask(
      listeners,
      (listener) => openGroup(listener.defaultActions),
      linked("listeners", "a target group"),
    ),
    ...ask(registrations, ({ group }) => group, linked("registrations", "a target group")),
    ...ask(registrations, ({ target }) => target, linked("registrations", "a target")),
  ];
}

function openValues(topology: Topology, where: string): readonly Unlinked[] {
  const { loadBalancers, rules, instances, autoScalingGroups, securityGroups } = topology;
  const servers = [...instances, ...autoScalingGroups];
  const guarded = [...loadBalancers, ...servers];
  const { ignored: _, resources: __, ...modelled } = topology;
  const elements = Object.values(modelled).flatMap((part) => (Array.isArray(part) ? part : []));
  const known = (what: string, whose: string) => (how: string) =>
    `${what} of ${how} ${whose} cannot be known ${where}`;
  return [
    ...ask(rules, ({ conditions }) => firstUnknown(conditions), known("the conditions", "rules")),
    ...ask(
      guarded,
      (owner) => firstUnknown(owner.securityGroups),
      known("the security groups", "load balancers and servers"),
    ),
    ...ask(securityGroups, (group) => firstUnknown(group.rules), known("the rules", "security groups")),
    ...ask(servers, ({ userData }) => userData, known("the user data", "servers")),
    ...ask(elements, ({ instances }) => instances, known("the number", "elements")),
  ];
}

/** Asks every element of a list; it is fine where the answer is something known, or nothing. */
function ask<E extends { readonly address: string }>(
  all: readonly E[],
  question: (element: E) => unknown,
  message: (how: string) => string,
): readonly Unlinked[] {
  const elements = all.flatMap((element) => {
    const found = question(element);
    return isUnknown(found) ? [{ address: element.address, reason: found.unknown }] : [];
  });
  const [count, total] = [elements.length, all.length];
  return count === 0 ? [] : [{ message: message(`${count} of ${total}`), count, total, elements }];
}

/** Why nobody can say which groups these actions forward to. */
function openGroup(actions: Knowable<readonly Action[]>): Unknown | undefined {
  if (isUnknown(actions)) return actions;
  for (const action of actions) {
    if (isUnknown(action)) return action;
    if (action.kind !== "forward") continue;
    const open = isUnknown(action.groups)
      ? action.groups
      : action.groups.map(({ group }) => group).find(isUnknown);
    if (open) return open;
  }
  return undefined;
}

/** The first thing in a list that is unknown, or the list itself. */
function firstUnknown(list: Knowable<readonly unknown[]>): Unknown | undefined {
  return isUnknown(list) ? list : list.find(isUnknown);
}

function unreadModules({ ignored }: Topology, where: string): readonly Unlinked[] {
  const modules = ignored.filter(({ type }) => type === "module");
  const count = modules.length;
  if (count === 0) return [];
  const message = `${count} ${count === 1 ? "module" : "modules"} could not be looked into ${where}`;
  const reason = "only a plan or a state shows what is in it";
  return [{ message, count, total: count, elements: modules.map(({ address }) => ({ address, reason })) }];
}
