import { describeUnknown, isUnknown, type Knowable, Labels, type Link, type Topology } from "../../topology";

/**
 * What elements are called, on both sides alike: by the name that they will have, or the one they had when they are
 * destroyed. A name that only becomes unknown would look like another element.
 */
export class Names {
  readonly #after: Labels;
  readonly #before: Labels | undefined;

  constructor(after: Topology, before: Topology | undefined) {
    this.#after = new Labels(after);
    this.#before = before && new Labels(before);
  }

  to(link: Link): string {
    const name = this.#after.to(link);
    const isMissing = "address" in link && name === link.address;
    return isMissing && this.#before ? this.#before.to(link) : name;
  }

  toAll(links: Knowable<readonly Link[]>): readonly string[] {
    return isUnknown(links) ? [describeUnknown(links)] : links.map((link) => this.to(link));
  }
}
