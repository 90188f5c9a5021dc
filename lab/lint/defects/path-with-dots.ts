import { valuesIn } from "../conditions";
import type { Defect } from "../defect";
import { quoted } from "../values";

/** Clients resolve dot segments before they send a path. */
export const pathWithDots: Defect = {
  id: "path-with-dots",
  severity: "warning",
  facts: ["B79", "R29", "R21"],
  *find(subject) {
    for (const { rule, value } of valuesIn(subject, "path-pattern"))
      if (value.split("/").some((segment) => segment === "." || segment === ".."))
        yield {
          at: rule,
          message: `path_pattern value must be a path without dot segments, got ${quoted(value)}`,
          fix: "write the path that they lead to",
        };
  },
};
