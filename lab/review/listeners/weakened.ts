import type { Element } from "../../topology";

/** A protection that is weaker after a change. */
export interface Weakened {
  readonly at: Element;
  /** What the change does: one line. */
  readonly message: string;
  /** What it means for requests from then on. */
  readonly course: string;
  readonly fix: string;
}
