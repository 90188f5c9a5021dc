import { DEFAULT_QUOTAS, Subject } from "../lint";
import {
  type ChangeKind,
  type Element,
  Labels,
  type PlanChanges,
  type Resource,
  type ResourceChange,
  type TargetGroup,
  type Topology,
} from "../topology";
import { type FindingsDiff, findingsDiff } from "./defects/findings-diff";
import { type RouteDiff, routeDiff } from "./routes";

/** What is compared. Addresses on both sides are those after all recorded moves. */
export interface Sides {
  readonly before: Topology;
  readonly after: Topology;
  readonly changes: PlanChanges;
  /** Texts that Terraform calls sensitive, on either side. @default none, as two synths do not say */
  readonly sensitive?: ReadonlySet<string>;
}

/** Lists of a topology whose elements have an address. */
type ListOf<Name extends keyof Topology> = Topology[Name] extends readonly (infer E extends Element)[]
  ? E
  : never;
export type ElementList = {
  readonly [Name in keyof Topology]: [ListOf<Name>] extends [never] ? never : Name;
}[keyof Topology];

/** One element before and after, and what is done to it. */
export interface Pair<E> {
  readonly before: E;
  readonly after: E;
  /** `nothing` where Terraform leaves it alone. */
  readonly kind: ChangeKind;
}

/** Two topologies and the change that leads from one to the other, with the questions that risks ask. */
export class Comparison {
  readonly before: Subject;
  readonly after: Subject;
  readonly changes: PlanChanges;
  readonly #byAddress: ReadonlyMap<string, ResourceChange>;
  readonly #pairs = new Map<ElementList, readonly Pair<Element>[]>();
  #routes: RouteDiff | undefined;
  #findings: FindingsDiff | undefined;
  readonly #labels: { readonly before: Labels; readonly after: Labels };

  constructor({ before, after, changes }: Sides) {
    this.before = new Subject(before, DEFAULT_QUOTAS);
    this.after = new Subject(after, DEFAULT_QUOTAS);
    this.changes = changes;
    this.#byAddress = new Map(
      changes.changes
        .filter(({ deposed }) => deposed === undefined)
        .map((change) => [change.address, change]),
    );
    this.#labels = { before: new Labels(before), after: new Labels(after) };
  }

  /** What is done to a resource; undefined where nothing is. */
  changeOf({ address }: { readonly address: string }): ResourceChange | undefined {
    const change = this.#byAddress.get(address);
    return change?.kind === "nothing" ? undefined : change;
  }

  kindOf(element: { readonly address: string }): ChangeKind {
    return this.changeOf(element)?.kind ?? "nothing";
  }

  isReplaced(element: { readonly address: string }): boolean {
    return this.kindOf(element) === "replace";
  }

  /** Whether anything is changed at all: what lint then finds anew, nobody has planned. */
  get changesAnything(): boolean {
    return this.changes.changes.some(({ kind }) => kind !== "nothing");
  }

  /** Whether it is there before and not after: destroyed, or let go of. */
  isGone(element: { readonly address: string }): boolean {
    return this.kindOf(element) === "destroy" || this.kindOf(element) === "forget";
  }

  /** Changes of these kinds to resources of these types; to all where none is named. */
  changesTo(kinds: readonly ChangeKind[], ...types: readonly string[]): readonly ResourceChange[] {
    return [...this.#byAddress.values()].filter(
      ({ kind, type }) => kinds.includes(kind) && (types.length === 0 || types.includes(type)),
    );
  }

  /** Elements that are on both sides, replaced ones included, in the order of addresses. */
  pairs<Name extends ElementList>(list: Name): readonly Pair<ListOf<Name>>[] {
    const known = this.#pairs.get(list) ?? this.#pair(list);
    this.#pairs.set(list, known);
    return known as readonly Pair<ListOf<Name>>[];
  }

  #pair<Name extends ElementList>(list: Name): readonly Pair<ListOf<Name>>[] {
    const later = new Map(this.#list(this.after, list).map((element) => [element.address, element]));
    return this.#list(this.before, list).flatMap((before) => {
      const after = later.get(before.address);
      return after === undefined ? [] : [{ before, after, kind: this.kindOf(before) }];
    });
  }

  /** Elements that are there before and not after. */
  gone<Name extends ElementList>(list: Name): readonly ListOf<Name>[] {
    const later = new Set(this.#list(this.after, list).map(({ address }) => address));
    return this.#list(this.before, list).filter(({ address }) => !later.has(address));
  }

  /** Elements that are there only after. */
  added<Name extends ElementList>(list: Name): readonly ListOf<Name>[] {
    const earlier = new Set(this.#list(this.before, list).map(({ address }) => address));
    return this.#list(this.after, list).filter(({ address }) => !earlier.has(address));
  }

  #list<Name extends ElementList>({ topology }: Subject, list: Name): readonly ListOf<Name>[] {
    return topology[list] as readonly unknown[] as readonly ListOf<Name>[];
  }

  /** Whether requests are sent to a group before the change, by a listener or by a rule. */
  isInUse(group: Pick<TargetGroup, "address">): boolean {
    return this.before.usesOf(group as TargetGroup).length > 0;
  }

  /** A resource as it was and as it will be, for what the model has no word for. */
  resource(address: string): { readonly before?: Resource; readonly after?: Resource } {
    const [before, after] = [this.before.resource(address), this.after.resource(address)];
    return { ...(before && { before }), ...(after && { after }) };
  }

  /** Which requests are answered differently. */
  routes(): RouteDiff {
    this.#routes ??= routeDiff(this.before, this.after);
    return this.#routes;
  }

  /** What lint finds after the change and did not before. */
  findings(): FindingsDiff {
    this.#findings ??= findingsDiff({
      before: this.before.topology,
      after: this.after.topology,
      changes: this.changes,
    });
    return this.#findings;
  }

  /** What elements are called in a text, on each side. */
  get labels(): { readonly before: Labels; readonly after: Labels } {
    return this.#labels;
  }
}
