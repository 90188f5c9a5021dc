import type { Subject } from "../../lint";
import { isUnknown, type Knowable, type Link, type Registration, type TargetGroup } from "../../topology";
import type { Comparison } from "../comparison";

/** What a part of the topology belongs to, by addresses. */
interface Surroundings {
  /** Target groups; empty: the whole load balancer. */
  readonly groups: Set<string>;
  readonly balancers: Set<string>;
}

/** What belongs together, before or after a change: targets, groups, security groups, listeners, load balancers. */
export class Neighbourhoods {
  readonly #around = new Map<string, Surroundings>();

  constructor({ before, after }: Comparison) {
    for (const side of [before, after]) {
      for (const group of side.topology.targetGroups) this.#addGroup(side, group);
      this.#addBalancers(side);
      for (const { address, rules } of side.topology.securityGroups)
        if (!isUnknown(rules)) for (const rule of rules) this.#join(rule.address, address);
    }
  }

  /** Whether both are the same, or of one target group, or one of them of the load balancer of the other. */
  areTogether(one: string, other: string): boolean {
    if (one === other) return true;
    const [here, there] = [this.#around.get(one), this.#around.get(other)];
    if (here === undefined || there === undefined) return false;
    const isWhole = here.groups.size === 0 || there.groups.size === 0;
    return haveCommon(here.groups, there.groups) || (isWhole && haveCommon(here.balancers, there.balancers));
  }

  #addGroup(side: Subject, group: TargetGroup): void {
    const balancers = side.loadBalancersOf(group).map(({ address }) => address);
    const add = (address: string) => this.#add(address, [group.address], balancers);
    add(group.address);
    for (const registration of side.registrationsOf(group)) {
      add(registration.address);
      for (const address of serverAddresses(side, registration)) add(address);
    }
  }

  #addBalancers(side: Subject): void {
    for (const lb of side.topology.loadBalancers) {
      for (const address of [lb.address, ...addressesIn(lb.securityGroups)])
        this.#add(address, [], [lb.address]);
      for (const listener of side.listenersOf(lb))
        for (const { address } of [listener, ...side.rulesOf(listener)]) this.#add(address, [], [lb.address]);
    }
  }

  #add(address: string, groups: readonly string[], balancers: readonly string[]): void {
    const around = this.#around.get(address) ?? { groups: new Set(), balancers: new Set() };
    for (const group of groups) around.groups.add(group);
    for (const balancer of balancers) around.balancers.add(balancer);
    this.#around.set(address, around);
  }

  /** Puts something where another thing is. */
  #join(address: string, other: string): void {
    const around = this.#around.get(other);
    if (around !== undefined && address !== other)
      this.#add(address, [...around.groups], [...around.balancers]);
  }
}

/** A server and its security groups. */
function serverAddresses(side: Subject, registration: Registration): readonly string[] {
  const server = side.serverOf(registration);
  return server === undefined ? [] : [server.address, ...addressesIn(server.securityGroups)];
}

function addressesIn(links: Knowable<readonly Link[]>): readonly string[] {
  if (isUnknown(links)) return [];
  return links.flatMap((link) => ("address" in link ? [link.address] : []));
}

function haveCommon(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  return [...one].some((address) => other.has(address));
}
