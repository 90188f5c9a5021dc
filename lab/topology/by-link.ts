import type { Resource } from "./graph/types";
import { isUnknown } from "./known";

/** Resources by where one of their arguments leads, for who asks that again and again. */
export class ByLink {
  readonly #byKey = new Map<string, Resource[]>();
  /** The first whose argument is unknown or not set. */
  readonly lost: Resource | undefined;

  constructor(resources: readonly Resource[], argument: string) {
    for (const resource of resources) {
      const link = resource.link(argument);
      if (link === undefined || isUnknown(link)) {
        this.lost ??= resource;
        continue;
      }
      const key = "address" in link ? link.address : link.external;
      const others = this.#byKey.get(key);
      if (others === undefined) this.#byKey.set(key, [resource]);
      else others.push(resource);
    }
  }

  /** Those whose argument leads to an address, or is an id of something that is declared elsewhere, in their order. */
  to(key: string): readonly Resource[] {
    return this.#byKey.get(key) ?? [];
  }
}
