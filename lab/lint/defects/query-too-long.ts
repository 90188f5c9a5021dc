import { pairsIn } from "../conditions";
import type { Defect } from "../defect";

/** The keys and values that a condition on the query asks for have their limits. */
export const queryTooLong: Defect = {
  id: "query-too-long",
  severity: "error",
  facts: ["R24", "TF67"],
  *find(subject) {
    for (const { rule, ...pair } of pairsIn(subject))
      for (const part of ["key", "value"] as const) {
        const length = pair[part]?.length ?? 0;
        if (length > 128)
          yield {
            at: rule,
            message: `query_string ${part} must be at most 128 characters, got ${length}`,
            fix: "let a * stand for a part of it",
          };
      }
  },
};
