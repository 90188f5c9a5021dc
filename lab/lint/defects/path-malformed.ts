import { valuesIn } from "../conditions";
import type { Defect } from "../defect";
import { queryIn } from "../path-pattern";
import { quoted } from "../values";

/** Path patterns are made of the characters that AWS takes. */
export const pathMalformed: Defect = {
  id: "path-malformed",
  severity: "error",
  facts: ["R21", "TF64"],
  *find(subject) {
    for (const { rule, value } of valuesIn(subject, "path-pattern")) {
      const [wrong] = /[^A-Za-z0-9_\-.$/~"'@:+&*?]/u.exec(withoutQuery(value)) ?? [];
      if (wrong === undefined) continue;
      yield {
        at: rule,
        message: `path_pattern value must be letters, digits and _ - . $ / ~ " ' @ : + & * ?, got ${quoted(wrong)} in ${quoted(value)}`,
        fix: "let ? stand for the character, or * for a part of the path",
      };
    }
  },
};

/** A query there is a mistake of its own. */
function withoutQuery(pattern: string): string {
  return pattern.slice(0, pattern.length - (queryIn(pattern)?.length ?? 0));
}
