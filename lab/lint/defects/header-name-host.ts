import { conditionsOf, rulesIn } from "../conditions";
import type { Defect } from "../defect";
import { known } from "../values";

/** The Host header has a condition of its own. */
export const headerNameHost: Defect = {
  id: "header-name-host",
  severity: "error",
  facts: ["R22", "TF65"],
  *find(subject) {
    for (const rule of rulesIn(subject))
      for (const condition of conditionsOf(rule)) {
        if (condition.kind !== "http-header" || known(condition.name)?.toLowerCase() !== "host") continue;
        yield {
          at: rule,
          message: "http_header_name must not be Host, got it",
          fix: "use a host_header condition with the same values",
        };
      }
  },
};
