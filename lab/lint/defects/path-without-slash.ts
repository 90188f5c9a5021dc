import { valuesIn } from "../conditions";
import type { Defect } from "../defect";
import { quoted } from "../values";

/** Every path starts with a slash, so a pattern starts with one, or with a wildcard that can stand for it. */
export const pathWithoutSlash: Defect = {
  id: "path-without-slash",
  severity: "error",
  facts: ["R21", "B26", "R11", "TF64"],
  *find(subject) {
    for (const { rule, value } of valuesIn(subject, "path-pattern"))
      if (/^[^/*?]/.test(value))
        yield {
          at: rule,
          message: `path_pattern value must start with "/", got ${quoted(value)}, which no path matches`,
          fix: /^[a-z]+:\/\//i.test(value)
            ? "write the path alone; hosts belong into a host_header condition"
            : `write ${quoted(`/${value}`)}`,
        };
  },
};
