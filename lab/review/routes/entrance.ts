import type { Subject } from "../../lint";
import { isUnknown, type Link, type Listener, type ListenerRule, type LoadBalancer } from "../../topology";

/** A listener of one side, with its rules. */
export interface Door {
  readonly listener: Listener;
  readonly rules: readonly ListenerRule[];
  /** Undefined: it is declared somewhere else. */
  readonly loadBalancer: LoadBalancer | undefined;
  /** Its load balancer by address or ARN, else the listener's own address. */
  readonly owner: string;
  /** Whether it may have rules that are not declared here. */
  readonly isShared: boolean;
}

/** Where clients come in: one load balancer, protocol and port, on both sides or on one. */
export interface Entrance {
  readonly before?: Door;
  readonly after?: Door;
}

/** Listeners of both sides that are the same to clients, in the order of load balancers and ports. */
export function entrancesOf(before: Subject, after: Subject): readonly Entrance[] {
  const left = [...doorsOf(after)];
  const take = (isIt: (door: Door) => boolean): Door | undefined => {
    const at = left.findIndex(isIt);
    return at === -1 ? undefined : left.splice(at, 1)[0];
  };
  const byEntrance = doorsOf(before).map((door) => ({
    before: door,
    after: take((other) => isKnown(other) && keyOf(other) === keyOf(door)),
  }));
  const paired = byEntrance.map(({ before: door, after: found }) => {
    const isMeant = (other: Door) =>
      other.listener.address === door.listener.address && (!isKnown(other) || !isKnown(door));
    const other = found ?? take(isMeant);
    return { before: door, ...(other && { after: other }) };
  });
  return [...paired, ...left.map((door) => ({ after: door }))].sort(inOrder);
}

/** Whether port and protocol are known, so that a listener can be compared with any other. */
export function isKnown({ listener: { port, protocol, instances } }: Door): boolean {
  return !isUnknown(port) && !isUnknown(protocol) && instances === undefined;
}

function keyOf({ owner, listener: { port, protocol } }: Door): string {
  return JSON.stringify([owner, port, protocol]);
}

function doorsOf(subject: Subject): readonly Door[] {
  const { listeners, rules } = subject.topology;
  const declared = listeners.flatMap((listener): readonly Door[] => {
    const isShared = subject.isLookedUp(listener);
    const own = subject.rulesOf(listener);
    const loadBalancer = subject.loadBalancerOf(listener);
    const type = loadBalancer?.loadBalancerType ?? "application";
    if ((type !== "application" && !isUnknown(type)) || (isShared && own.length === 0)) return [];
    const owner = nameOf(listener.loadBalancer) ?? listener.address;
    return [{ listener, rules: own, loadBalancer, owner, isShared }];
  });
  const shared = new Map<string, ListenerRule[]>();
  for (const rule of rules)
    if ("external" in rule.listener) {
      const { external } = rule.listener;
      shared.set(external, [...(shared.get(external) ?? []), rule]);
    }
  return [...declared, ...[...shared].map(([arn, own]) => elsewhere(arn, own))];
}

/** A listener that another stack declares, of which only some rules are seen here. */
function elsewhere(arn: string, rules: readonly ListenerRule[]): Door {
  const nobodyKnows = { unknown: "declared elsewhere" };
  const listener: Listener = {
    address: arn,
    type: "aws_lb_listener",
    loadBalancer: nobodyKnows,
    port: nobodyKnows,
    protocol: nobodyKnows,
    certificates: [],
    defaultActions: nobodyKnows,
    attributes: {},
  };
  return { listener, rules, loadBalancer: undefined, owner: arn, isShared: true };
}

function nameOf(link: Link): string | undefined {
  if ("address" in link) return link.address;
  return "external" in link ? link.external : undefined;
}

function inOrder(one: Entrance, other: Entrance): number {
  const [some, others] = [sortKey(one), sortKey(other)];
  return some < others ? -1 : Number(some > others);
}

function sortKey({ before, after }: Entrance): string {
  const door = (after ?? before) as Door;
  const { port, protocol, address } = door.listener;
  const place = isUnknown(port) ? "unknown" : String(port).padStart(5, "0");
  return JSON.stringify([door.owner, place, isUnknown(protocol) ? "" : protocol, address]);
}
