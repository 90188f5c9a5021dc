import type { Element, Link } from "../../topology";

const indexes = new WeakMap<readonly Element[], ReadonlyMap<string, Element>>();

/** The element that a link leads to, in a list that may be long. */
export function find<E extends Element>(elements: readonly E[], link: Link | undefined): E | undefined {
  if (link === undefined || !("address" in link)) return undefined;
  let index = indexes.get(elements);
  if (index === undefined) {
    index = new Map(elements.map((element) => [element.address, element]));
    indexes.set(elements, index);
  }
  return index.get(link.address) as E | undefined;
}
