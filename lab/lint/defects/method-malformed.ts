import { valuesIn } from "../conditions";
import type { Defect } from "../defect";
import { quoted } from "../values";

/** Methods are written in capitals and compared as they are. */
export const methodMalformed: Defect = {
  id: "method-malformed",
  severity: "error",
  facts: ["R23", "TF66", "R10"],
  *find(subject) {
    for (const { rule, value } of valuesIn(subject, "http-request-method")) {
      if (value === "" || METHOD.test(value)) continue;
      const capitals = value.toUpperCase();
      yield {
        at: rule,
        message: `http_request_method value must be 1 to 40 capitals, hyphens or underscores, got ${quoted(value)}`,
        fix: METHOD.test(capitals)
          ? `write ${capitals}`
          : "name each method, such as GET; for every method leave the condition out",
      };
    }
  },
};

const METHOD = /^[A-Z_-]{1,40}$/;
