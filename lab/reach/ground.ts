import type { Link, Resource, SecurityGroup, Topology } from "../topology";
import { type End, endsOf } from "./ends/ends";
import { keyOf, linksOf } from "./values";

/** A topology with the questions that reachability asks of it again and again. */
export class Ground {
  readonly #byType = new Map<string, Resource[]>();
  readonly #byAddress = new Map<string, Resource>();
  readonly #groups: ReadonlyMap<string, SecurityGroup>;
  readonly #wearers = new Map<string, End[]>();
  readonly ends: readonly End[];

  constructor(readonly topology: Topology) {
    for (const resource of topology.resources) {
      this.#byAddress.set(resource.address, resource);
      const same = this.#byType.get(resource.type);
      if (same === undefined) this.#byType.set(resource.type, [resource]);
      else same.push(resource);
    }
    this.#groups = new Map(topology.securityGroups.map((group) => [group.address, group]));
    this.ends = endsOf(topology);
    for (const end of this.ends)
      for (const group of linksOf(end.securityGroups)) {
        const key = keyOf(group);
        if (key === undefined) continue;
        const others = this.#wearers.get(key);
        if (others === undefined) this.#wearers.set(key, [end]);
        else others.push(end);
      }
  }

  /** Declared resources of these types, without data sources. */
  resources(...types: readonly string[]): readonly Resource[] {
    return types.flatMap((type) => this.#byType.get(type) ?? []).filter(({ mode }) => mode === "managed");
  }

  resource(link: Link | undefined): Resource | undefined {
    return link !== undefined && "address" in link ? this.#byAddress.get(link.address) : undefined;
  }

  group(link: Link): SecurityGroup | undefined {
    return "address" in link ? this.#groups.get(link.address) : undefined;
  }

  /** Everything here that has a security group, by the address or id of that. */
  wearersOf(group: string): readonly End[] {
    return this.#wearers.get(group) ?? [];
  }

  /** Whether there are modules that cannot be looked into: what is in them may add rules and routes. */
  get hasModules(): boolean {
    return this.topology.ignored.some(({ type }) => type === "module");
  }
}
