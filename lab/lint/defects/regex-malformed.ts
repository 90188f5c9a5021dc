import type { Block } from "../../topology";
import { rulesIn } from "../conditions";
import type { Defect } from "../defect";
import { known, quoted } from "../values";

/** Regular expressions of conditions are short and simple ones. */
export const regexMalformed: Defect = {
  id: "regex-malformed",
  severity: "error",
  facts: ["R14", "TF69"],
  *find(subject) {
    for (const rule of rulesIn(subject)) {
      const blocks = known(subject.resource(rule.address)?.blocks("condition")) ?? [];
      for (const regex of blocks.flatMap(regexesOf)) {
        const problem = problemOf(regex);
        if (problem !== undefined)
          yield {
            at: rule,
            message: `regex_values must be ${problem.must}, got ${problem.got}`,
            fix: "write it simpler, spread it over several values, or use values with wildcards",
          };
      }
    }
  },
};

function regexesOf(condition: Block): readonly string[] {
  const lists = ["host_header", "path_pattern", "http_header"].flatMap((name) =>
    (known(condition.blocks(name)) ?? []).map((block) => block.value("regex_values")),
  );
  return lists.flat().filter((value): value is string => typeof value === "string");
}

function problemOf(regex: string): { readonly must: string; readonly got: string } | undefined {
  if (regex.length > 128) return { must: "at most 128 characters", got: String(regex.length) };
  const [, name] = UNSUPPORTED.find(([pattern]) => pattern.test(withoutLiterals(regex))) ?? [];
  return name === undefined ? undefined : { must: `without ${name}`, got: quoted(regex) };
}

const UNSUPPORTED: readonly (readonly [RegExp, string])[] = [
  [/\(\?<?[=!]/, "lookahead and lookbehind"],
  [/\(\?>/, "atomic groups"],
  [/\\[1-9]|\\k[<{']|\(\?P=/, "backreferences"],
  [/\(\?(?:R|&|P>|[+-]?\d)|\\g[<'{]/, "recursion and subroutines"],
  [/\\[pP][{A-Za-z]/, "Unicode classes"],
  [/[*+?}]\+/, "possessive quantifiers"],
];

/** Escaped signs and sets of characters, in which most signs stand for themselves, are no syntax. */
function withoutLiterals(regex: string): string {
  return regex
    .replace(/\\x\{\w+\}|\\[^1-9kgpP]/g, "x")
    .replace(/\[\^?\]?(?:\\[pP]\{[^}]*\}|[^\]\\])*\]/g, (set) =>
      set.includes("\\p") || set.includes("\\P") ? "\\p{L}" : "x",
    );
}
