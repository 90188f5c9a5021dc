import { valuesIn } from "../conditions";
import type { Defect } from "../defect";

/** The header value that a condition asks for has its limit. */
export const headerValueTooLong: Defect = {
  id: "header-value-too-long",
  severity: "error",
  facts: ["R22", "TF65"],
  *find(subject) {
    for (const { rule, value } of valuesIn(subject, "http-header"))
      if (value.length > 128)
        yield {
          at: rule,
          message: `http_header value must be at most 128 characters, got ${value.length}`,
          fix: "let a * stand for a part of it",
        };
  },
};
