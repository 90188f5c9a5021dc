import type { Comparison } from "./comparison";
import type { Level } from "./level";

/** One way in which a change hurts. Its file, its test and its page in `docs/risks/` bear its id. */
export interface Risk {
  readonly id: string;
  /** Unless a hazard says otherwise. */
  readonly level: Exclude<Level, "safe">;
  /** Ids of the facts that it rests on: behaviour of load balancers, traps of Terraform. */
  readonly facts: readonly string[];
  /**
   * Which of several that are equally bad comes first: the lower one. 10: what was changed itself, 20: what follows from
   * it, 30: what is only noticed beside it.
   */
  readonly rank: number;
  /** It is asked after all others, as it leaves to them what they tell. */
  readonly isLast?: true;
  /**
   * Values that are unknown are never guessed: where one decides, `unknown-until-apply` says so.
   *
   * @param told what other risks have found; empty except for one that is asked last
   */
  find(comparison: Comparison, told: readonly RiskFinding[]): Iterable<Hazard>;
}

/** One place where a change hurts. */
export interface Hazard {
  readonly at: { readonly address: string; readonly path?: string };
  /** What the change does: one line, lower case, without a full stop. */
  readonly message: string;
  /** What happens to requests, in the order in which Terraform works: one line each, at least one. */
  readonly course: readonly string[];
  /** How to avoid it: one line; may name the block to write. */
  readonly fix: string;
  readonly level?: Exclude<Level, "safe">;
}

/** A hazard as it is told. */
export interface RiskFinding {
  readonly id: string;
  readonly level: Exclude<Level, "safe">;
  readonly address: string;
  /** Path of the construct that declared it; absent where nobody knows. */
  readonly path?: string;
  readonly message: string;
  readonly course: readonly string[];
  readonly fix: string;
  readonly facts: readonly string[];
}
