import type { Case } from "./case";
import type { About, Certainty } from "./diagnosis";
import type { Target } from "./target";

/**
 * `broken`: somebody has to mend it. `passing`: it mends itself, one has to wait. `wanted`: it works as it was set, though
 * not as somebody may have expected.
 */
export type Kind = "broken" | "passing" | "wanted";

/** One reason why a target is not healthy, or why a request is not answered as expected. */
export interface Cause {
  /** Its file, its test and its page in `docs/causes/` bear it. */
  readonly id: string;
  readonly kind: Kind;
  /** Ids of the facts that it rests on, such as `U6`. */
  readonly facts: readonly string[];
  /**
   * Which of several that are equally certain comes first: the lower one. 10: what somebody did, 20: two values that
   * contradict each other, 30: what a particular answer means, 40: what a reason code alone means.
   */
  readonly rank: number;
  /** Finds nothing in a healthy lab, and guesses no value that is unknown. */
  find(one: Case): Iterable<Indication>;
}

/** What a cause says of one target, or of something else. Those that say the same become one diagnosis. */
export interface Indication {
  /** The targets whose state it explains. */
  readonly targets?: readonly Target[];
  /** What it is about, where that is no target. */
  readonly about?: readonly About[];
  readonly certainty: Certainty;
  /** Evidence besides the state of its targets: one line each. */
  readonly seen?: readonly string[];
  /** One line, lower case, without a full stop. */
  readonly cause: string;
  /**
   * What to do, one line: which argument of which resource, or which command. A function where it names `place`, so that
   * what differs in nothing else is told together.
   */
  readonly fix: string | ((places: string) => string);
  /** Where that is to be done. */
  readonly place?: string;
  /**
   * True: it is wrong as well, but what was seen of its targets has another reason. It hides no other cause, and comes
   * after those that may be the reason.
   */
  readonly isBesides?: boolean;
  /** When it is expected to be over, in milliseconds since 1970. */
  readonly expectedAtMs?: number;
  /** Ids of causes that this one is the reason of: they are not told about the same targets. */
  readonly explains?: readonly string[];
}
