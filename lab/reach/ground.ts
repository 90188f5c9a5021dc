import { ByLink, type Link, type Resource, type SecurityGroup, type Topology } from "../topology";
import { type End, endsOf } from "./ends/ends";
import { keyOf, linksOf } from "./values";

/** A topology with the questions that reachability asks of it again and again. */
export class Ground {
  readonly #byType = new Map<string, Resource[]>();
  readonly #byAddress = new Map<string, Resource>();
  readonly #groups: ReadonlyMap<string, SecurityGroup>;
  readonly #wearers = new Map<string, End[]>();
  readonly #endsByAddress = new Map<string, End[]>();
  readonly #managed = new Map<string, readonly Resource[]>();
  readonly #byLink = new Map<string, ByLink>();
  readonly ends: readonly End[];
  /** Whether there are modules that cannot be looked into: what is in them may add rules and routes. */
  readonly hasModules: boolean;

  constructor(readonly topology: Topology) {
    for (const resource of topology.resources) {
      this.#byAddress.set(resource.address, resource);
      const same = this.#byType.get(resource.type);
      if (same === undefined) this.#byType.set(resource.type, [resource]);
      else same.push(resource);
    }
    this.#groups = new Map(topology.securityGroups.map((group) => [group.address, group]));
    this.ends = endsOf(topology);
    this.hasModules = topology.ignored.some(({ type }) => type === "module");
    for (const end of this.ends) {
      const alike = this.#endsByAddress.get(end.address);
      if (alike === undefined) this.#endsByAddress.set(end.address, [end]);
      else alike.push(end);
      for (const group of linksOf(end.securityGroups)) {
        const key = keyOf(group);
        if (key === undefined) continue;
        const others = this.#wearers.get(key);
        if (others === undefined) this.#wearers.set(key, [end]);
        else others.push(end);
      }
    }
  }

  /** What has network interfaces of its own and is declared at an address. */
  endsAt(address: string): readonly End[] {
    return this.#endsByAddress.get(address) ?? [];
  }

  /** Declared resources of these types, without data sources. */
  resources(...types: readonly string[]): readonly Resource[] {
    const key = types.join();
    const known = this.#managed.get(key);
    if (known !== undefined) return known;
    const all = types.flatMap((type) => this.#byType.get(type) ?? []);
    const managed = all.filter(({ mode }) => mode === "managed");
    this.#managed.set(key, managed);
    return managed;
  }

  /** Declared resources of a type by where one of their arguments leads. */
  byLink(type: string, argument: string): ByLink {
    const key = `${type} ${argument}`;
    const known = this.#byLink.get(key) ?? new ByLink(this.resources(type), argument);
    this.#byLink.set(key, known);
    return known;
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
}
