import { DEFAULT_QUOTAS, Subject } from "../lint";
import type { Element, Knowable, Topology } from "../topology";
import type { About } from "./diagnosis";
import type { Evidence, SeenRequest } from "./evidence";
import { joinTargets } from "./join-targets";
import { isServing, type Target } from "./target";
import { known, nameOf, placeOf } from "./words";

type Named = Element & { readonly name?: Knowable<string> };

/** Evidence with the questions that causes ask of it. */
export class Case {
  /** What is in effect: what AWS has, else what was declared; empty when neither is known. */
  readonly topology: Topology;
  readonly links: Subject;
  /** Every registered target, once for each group. */
  readonly targets: readonly Target[];

  constructor(readonly evidence: Evidence) {
    this.topology = evidence.deployed ?? evidence.declared ?? NOTHING;
    this.links = new Subject(this.topology, DEFAULT_QUOTAS);
    this.targets = joinTargets(evidence, this.links);
  }

  /** Those that get no requests, or that nobody has seen. */
  get troubled(): readonly Target[] {
    return this.targets.filter((target) => !isServing(target));
  }

  get requests(): readonly SeenRequest[] {
    return this.evidence.requests;
  }

  /** How many times faster than declared health checks and delays run. */
  get speed(): number {
    return this.evidence.speed ?? 1;
  }

  /** Where to change an element: in what was declared, where that has one of its name. */
  place(element: Named): string {
    return placeOf(this.#declaredAs(element) ?? element);
  }

  /** Where to change the group of a target. */
  placeOfGroup({ group }: Target): string {
    return group === undefined ? "the target group" : this.place(group);
  }

  /** What is known of an element, as diagnoses name it. */
  about(kind: About["kind"], element: Named): About {
    const { address, path } = this.#declaredAs(element) ?? element;
    return { kind, name: nameOf(element), address, ...(path !== undefined && { path }) };
  }

  #declaredAs(element: Named): Named | undefined {
    const { declared, deployed } = this.evidence;
    if (declared === undefined || deployed === undefined) return undefined;
    const { loadBalancers, targetGroups, instances, securityGroups, listeners, rules } = declared;
    const all: readonly Named[] = [
      ...loadBalancers,
      ...targetGroups,
      ...instances,
      ...securityGroups,
      ...listeners,
      ...rules,
    ];
    const name = known(element.name);
    const alike = all.filter(({ type }) => type === element.type);
    return (
      alike.find(({ address }) => address === element.address) ??
      alike.find((other) => name !== undefined && known(other.name) === name)
    );
  }

  /** Targets of the same group as another one, itself among them. */
  fellowsOf(target: Target): readonly Target[] {
    return this.targets.filter((other) => groupKey(other) === groupKey(target));
  }

  /** A port by which clients have come in vain: they saw no answer at all. */
  hasUnanswered(listenerAddress: string): boolean {
    return this.requests.some(
      (request) =>
        request.status === 0 &&
        (request.listenerAddress === undefined || request.listenerAddress === listenerAddress),
    );
  }
}

/** What tells groups apart: name or address as they were seen, else what is declared. */
export function groupKey({ seen, group }: Target): string {
  return group?.address ?? seen?.groupAddress ?? seen?.groupName ?? "";
}

const NOTHING: Topology = {
  source: { kind: "state" },
  loadBalancers: [],
  listeners: [],
  rules: [],
  targetGroups: [],
  registrations: [],
  instances: [],
  autoScalingGroups: [],
  securityGroups: [],
  vpcs: [],
  subnets: [],
  resources: [],
  ignored: [],
};
