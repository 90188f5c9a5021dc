import { conditionsOf, rulesIn } from "../conditions";
import type { Defect } from "../defect";
import { known, quoted } from "../values";

const TOKEN = /^[0-9A-Za-z!#$%&'+.^_`|~-]{1,40}$/;

/** A header's name is a token, and no pattern. */
export const headerNameMalformed: Defect = {
  id: "header-name-malformed",
  severity: "error",
  facts: ["R22", "R10", "TF65"],
  *find(subject) {
    for (const rule of rulesIn(subject))
      for (const condition of conditionsOf(rule)) {
        const name = condition.kind === "http-header" ? known(condition.name) : undefined;
        if (name === undefined || TOKEN.test(name)) continue;
        yield {
          at: rule,
          // a star is allowed in names, but stands for itself there, and no client sends it
          ...(TOKEN.test(name.replaceAll("*", "-")) && { severity: "warning" }),
          message: `http_header_name must be 1 to 40 letters, digits or ! # $ % & ' + . ^ _ \` | ~ -, got ${quoted(name)}`,
          fix: "write the name alone, such as X-Version: no colon, no spaces; wildcards are for its values",
        };
      }
  },
};
