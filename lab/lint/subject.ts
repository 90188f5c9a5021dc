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

  readonly listenersOf = memoize((lb: LoadBalancer): readonly Listener[] =>
    this.topology.listeners.filter(({ loadBalancer }) => leadsTo(loadBalancer, lb)),
  );

  readonly rulesOf = memoize((listener: Listener): readonly ListenerRule[] =>
    this.topology.rules.filter((rule) => leadsTo(rule.listener, listener)),
  );

  /** Every place that forwards to a group, whatever the weight. */
  readonly usesOf = memoize((group: TargetGroup): readonly GroupUse[] => [
    ...this.topology.listeners
      .filter(({ defaultActions }) => forwardsTo(defaultActions, group))
      .map((listener) => ({ listener })),
    ...this.topology.rules
      .filter(({ actions }) => forwardsTo(actions, group))
      .map((rule) => ({ listener: this.listenerOf(rule), rule })),
  ]);

  /** Load balancers that send requests to a group, each once. */
  readonly loadBalancersOf = memoize((group: TargetGroup): readonly LoadBalancer[] => {
    const found = this.usesOf(group).map(({ listener }) => listener && this.loadBalancerOf(listener));
    return [...new Set(found.filter((lb) => lb !== undefined))];
  });

  /** Groups that a load balancer sends requests to, each once. */
  readonly groupsOf = memoize((lb: LoadBalancer): readonly TargetGroup[] =>
    this.topology.targetGroups.filter((group) => this.loadBalancersOf(group).includes(lb)),
  );

  readonly registrationsOf = memoize((group: TargetGroup): readonly Registration[] =>
    this.topology.registrations.filter((registration) => leadsTo(registration.group, group)),
  );

  /** The instance or the auto scaling group that is registered; undefined for anything else. */
  serverOf({ target }: Registration): Instance | AutoScalingGroup | undefined {
    return (
      follow<Instance | AutoScalingGroup>(this.topology.instances, target) ??
      follow(this.topology.autoScalingGroups, target)
    );
  }

  /** Whether some action of some rule or listener is not known, so that nobody can say that a group is not used. */
  readonly hasUnknownActions = memoize((): boolean =>
    [
      ...this.topology.listeners.map(({ defaultActions }) => defaultActions),
      ...this.topology.rules.map(({ actions }) => actions),
    ].some(hasUnknownGroup),
  );
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

function forwardsTo(actions: Knowable<readonly Action[]>, group: TargetGroup): boolean {
  return groupLinks(actions).some((link) => leadsTo(link, group));
}

function hasUnknownGroup(actions: Knowable<readonly Action[]>): boolean {
  if (isUnknown(actions)) return true;
  return actions.some((action) => {
    if (isUnknown(action)) return true;
    if (action.kind !== "forward") return false;
    return isUnknown(action.groups) || action.groups.some(({ group }) => isUnknown(group));
  });
}
