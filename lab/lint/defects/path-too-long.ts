import { valuesIn } from "../conditions";
import type { Defect } from "../defect";

/** The path that a condition asks for has its limit. */
export const pathTooLong: Defect = {
  id: "path-too-long",
  severity: "error",
  facts: ["R21", "B28", "TF64"],
  *find(subject) {
    for (const { rule, value } of valuesIn(subject, "path-pattern"))
      if (value.length > 128)
        yield {
          at: rule,
          message: `path_pattern value must be at most 128 characters, got ${value.length}`,
          fix: "let a * stand for a part of it",
        };
  },
};
