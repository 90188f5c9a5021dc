import type { Severity } from "./finding";
import type { Subject } from "./subject";

/**
 * What a topology is judged as. `lab`: it may be thrown away. `prod`: it also has to keep the policy rules that cost
 * money or make a stack hard to take down.
 */
export type Profile = "lab" | "prod";

/** One kind of mistake. Its file, its test and its page in `docs/defects/` bear its id. */
export interface Defect {
  readonly id: string;
  /** Unless a flaw says otherwise. */
  readonly severity: Severity;
  /** Ids of the facts that it rests on: statements on load balancers, inputs to refuse, rules of policy scanners. */
  readonly facts: readonly string[];
  /** Only looked for in this profile; absent: in every one. */
  readonly profile?: Profile;
  /** Values that are unknown are never guessed: where one decides, nothing is said. */
  find(subject: Subject): Iterable<Flaw>;
}

/** One place where the mistake was made. */
export interface Flaw {
  /** What to change: an element of the topology, or a resource. */
  readonly at: { readonly address: string; readonly path?: string };
  /** What must be and what was got: one line, lower case, without a full stop. */
  readonly message: string;
  /** What to do: one line. */
  readonly fix: string;
  readonly severity?: Severity;
}
