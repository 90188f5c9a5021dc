import {
  type Action,
  type AutoScalingGroup,
  follow,
  type Instance,
  isUnknown,
  type Knowable,
  type Link,
  type Listener,
  type ListenerRule,
  type LoadBalancer,
  type Registration,
  type Resource,
  type TargetGroup,
  type Topology,
} from "../topology";
import { memoize } from "./memoize";
import type { Quotas } from "./quotas";

/** A place that sends requests to a target group: a rule, or a listener by its default action. */
export interface GroupUse {
  readonly listener: Listener | undefined;
  /** Absent: the default action of the listener. */
  readonly rule?: ListenerRule;
}

/** A topology with the questions that defects ask of it; each is answered once. */
export class Subject {
  readonly #byAddress = new Map<string, Resource>();
  readonly #byType = new Map<string, Resource[]>();

  constructor(
    readonly topology: Topology,
    readonly quotas: Quotas,
  ) {
    for (const resource of topology.resources) {
      this.#byAddress.set(resource.address, resource);
      const ofType = this.#byType.get(resource.type);
      if (ofType === undefined) this.#byType.set(resource.type, [resource]);
      else ofType.push(resource);
    }
  }

  /** Resources of these types, without data sources, for what the model has no word for. */
  resources(...types: readonly string[]): readonly Resource[] {
    return this.#ofTypes(types.join(" "));
  }

  readonly #ofTypes = memoize((types: string): readonly Resource[] =>
    types
      .split(" ")
      .flatMap((type) => this.#byType.get(type) ?? [])
      .filter(({ mode }) => mode === "managed"),
  );

  resource(address: string): Resource | undefined {
    return this.#byAddress.get(address);
  }

  /** Whether a data source finds it: then nobody here declares it. */
  isLookedUp({ address }: { readonly address: string }): boolean {
    return this.resource(address)?.mode === "data";
  }

  /** Those that run rules, declared here: not looked up by a data source. */
  readonly loadBalancers = memoize((): readonly LoadBalancer[] =>
    this.topology.loadBalancers.filter((lb) => lb.loadBalancerType === "application" && !this.isLookedUp(lb)),
  );

  /** Of application load balancers, and those whose load balancer nobody knows. */
  readonly listeners = memoize((): readonly Listener[] =>
    this.topology.listeners.filter((listener) => {
      const lb = this.loadBalancerOf(listener);
      return !this.isLookedUp(listener) && (lb === undefined || lb.loadBalancerType === "application");
    }),
  );

  /** Declared here. */
  readonly targetGroups = memoize((): readonly TargetGroup[] =>
    this.topology.targetGroups.filter((group) => !this.isLookedUp(group)),
  );

  loadBalancerOf(listener: Listener): LoadBalancer | undefined {
    return follow(this.topology.loadBalancers, listener.loadBalancer);
  }

  listenerOf(rule: ListenerRule): Listener | undefined {
    return follow(this.topology.listeners, rule.listener);
  }

  listenersOf(lb: LoadBalancer): readonly Listener[] {
    return this.#listenersByOwner().get(lb.address) ?? [];
  }

  rulesOf(listener: Listener): readonly ListenerRule[] {
    return this.#rulesByListener().get(listener.address) ?? [];
  }

  /** Every place that forwards to a group, whatever the weight. */
  usesOf(group: TargetGroup): readonly GroupUse[] {
    return this.#usesByGroup().get(group.address) ?? [];
  }

  /** Load balancers that send requests to a group, each once. */
  readonly loadBalancersOf = memoize((group: TargetGroup): readonly LoadBalancer[] => {
    const found = this.usesOf(group).map(({ listener }) => listener && this.loadBalancerOf(listener));
    return [...new Set(found.filter((lb) => lb !== undefined))];
  });

  /** Groups that a load balancer sends requests to, each once. */
  readonly groupsOf = memoize((lb: LoadBalancer): readonly TargetGroup[] =>
    this.topology.targetGroups.filter((group) => this.loadBalancersOf(group).includes(lb)),
  );

  registrationsOf(group: TargetGroup): readonly Registration[] {
    return this.#registrationsByGroup().get(group.address) ?? [];
  }

  /** The instance or the auto scaling group that is registered; undefined for anything else. */
  serverOf({ target }: Registration): Instance | AutoScalingGroup | undefined {
    return "address" in target ? this.#servers().get(target.address) : undefined;
  }

  /** Whether some action of some rule or listener is not known, so that nobody can say that a group is not used. */
  readonly hasUnknownActions = memoize((): boolean =>
    [
      ...this.topology.listeners.map(({ defaultActions }) => defaultActions),
      ...this.topology.rules.map(({ actions }) => actions),
    ].some(hasUnknownGroup),
  );

  readonly #listenersByOwner = memoize(() =>
    grouped(this.topology.listeners, ({ loadBalancer }) => [loadBalancer]),
  );

  readonly #rulesByListener = memoize(() => grouped(this.topology.rules, ({ listener }) => [listener]));

  readonly #registrationsByGroup = memoize(() =>
    grouped(this.topology.registrations, ({ group }) => [group]),
  );

  readonly #usesByGroup = memoize((): ReadonlyMap<string, readonly GroupUse[]> => {
    const ofListeners = this.topology.listeners.map((listener) => ({ listener }));
    const ofRules = this.topology.rules.map((rule) => ({ listener: this.listenerOf(rule), rule }));
    return grouped<GroupUse>([...ofListeners, ...ofRules], ({ listener, rule }) =>
      groupLinks(rule?.actions ?? listener?.defaultActions ?? []),
    );
  });

  readonly #servers = memoize(() => {
    const { instances, autoScalingGroups } = this.topology;
    return new Map([...instances, ...autoScalingGroups].map((server) => [server.address, server]));
  });
}

export function leadsTo(link: Link | undefined, element: { readonly address: string }): boolean {
  return link !== undefined && "address" in link && link.address === element.address;
}

/** The groups of all forward actions that are known. */
function groupLinks(actions: Knowable<readonly Action[]>): readonly Link[] {
  if (isUnknown(actions)) return [];
  return actions.flatMap((action) =>
    isUnknown(action) || action.kind !== "forward" || isUnknown(action.groups)
      ? []
      : action.groups.map(({ group }) => group),
  );
}

/** Elements by the addresses that their links lead to. */
function grouped<E>(
  elements: readonly E[],
  linksOf: (element: E) => readonly Link[],
): ReadonlyMap<string, readonly E[]> {
  const groups = new Map<string, E[]>();
  for (const element of elements)
    for (const address of new Set(
      linksOf(element).flatMap((link) => ("address" in link ? link.address : [])),
    )) {
      const group = groups.get(address);
      if (group === undefined) groups.set(address, [element]);
      else group.push(element);
    }
  return groups;
}

function hasUnknownGroup(actions: Knowable<readonly Action[]>): boolean {
  if (isUnknown(actions)) return true;
  return actions.some((action) => {
    if (isUnknown(action)) return true;
    if (action.kind !== "forward") return false;
    return isUnknown(action.groups) || action.groups.some(({ group }) => isUnknown(group));
  });
}
