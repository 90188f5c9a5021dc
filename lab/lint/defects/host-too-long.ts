import { valuesIn } from "../conditions";
import type { Defect } from "../defect";

/** The host that a condition asks for has its limit. */
export const hostTooLong: Defect = {
  id: "host-too-long",
  severity: "error",
  facts: ["R20", "TF63"],
  *find(subject) {
    for (const { rule, value } of valuesIn(subject, "host-header"))
      if (value.length > 128)
        yield {
          at: rule,
          message: `host_header value must be at most 128 characters, got ${value.length}`,
          fix: "let a * stand for a part of it",
        };
  },
};
