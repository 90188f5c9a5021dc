import type { Candidate } from "../schema";

/** A contradiction between values that are right each on its own. */
export interface Rule {
  /** Id of the problem. */
  readonly id: string;
  /** Keys that the rule reads; it is skipped while one of them is wrong by itself. */
  readonly reads: readonly (keyof Candidate)[];
  /** One message for each contradiction: where, what must be, what was got, what to do. */
  readonly faults: (environment: Candidate) => readonly string[];
}

/** Declares a rule whose function sees only the keys that it names. */
export function rule<Key extends keyof Candidate>(
  id: string,
  reads: readonly Key[],
  faults: (environment: Pick<Candidate, Key>) => readonly (string | false | undefined)[],
): Rule {
  return {
    id,
    reads,
    faults: (environment) => faults(environment).filter((fault) => typeof fault === "string"),
  };
}

/** Positions of the values that an earlier value equals, with the position of the earlier one. */
export function repeats<Value>(values: readonly Value[], same: (a: Value, b: Value) => boolean) {
  return values.flatMap((value, index) => {
    const earlier = values.findIndex((other) => same(other, value));
    return earlier < index ? [{ index, earlier, value }] : [];
  });
}
