import { valuesIn } from "../conditions";
import type { Defect } from "../defect";
import { queryIn } from "../path-pattern";
import { quoted } from "../values";

/** The query is no part of the path. */
export const pathWithQuery: Defect = {
  id: "path-with-query",
  severity: "error",
  facts: ["R21", "R10", "R24", "TF64"],
  *find(subject) {
    for (const { rule, value } of valuesIn(subject, "path-pattern"))
      if (queryIn(value) !== undefined)
        yield {
          at: rule,
          message: `path_pattern value must be a path without a query, got ${quoted(value)}`,
          fix: "move the query into a query_string condition of the same rule; in a path ? is any one character",
        };
  },
};
