/**
 * `error`: AWS refuses it, or it cannot serve. `warning`: it will bite, or rests on a fact that nobody has verified.
 */
export type Severity = "error" | "warning";

/** One thing that is wrong with a topology. */
export interface Finding {
  /** Of the defect, such as `health-timeout-not-below-interval`; it stays the same when wordings change. */
  readonly id: string;
  readonly severity: Severity;
  /** Terraform address of the resource to change. */
  readonly address: string;
  /** Path of the construct that declared it; absent when CDKTF did not. */
  readonly path?: string;
  /** What must be and what was got: one line, lower case, without a full stop. */
  readonly message: string;
  /** What to do: one line. */
  readonly fix: string;
  /** Ids of the facts that it rests on, such as `H11`. */
  readonly facts: readonly string[];
}
