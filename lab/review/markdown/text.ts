import { printable } from "../../topology";

/**
 * A text of a plan as inline code: nothing in it is markup, a mention or a link. In a table its bars are escaped, which
 * Markdown wants even inside code.
 */
export function code(text: string, where: "line" | "table" = "line"): string {
  const clean = printable(text.replace(/\s+/g, " "));
  const longest = Math.max(0, ...[...clean.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = "`".repeat(longest + 1);
  const gap = clean === "" || /^`|`$|^ .* $/.test(clean) ? " " : "";
  const inside = where === "table" ? clean.replaceAll("|", "\\|") : clean;
  return `${fence}${gap}${inside}${gap}${fence}`;
}

/** Words of a sentence that are nothing else to Markdown. */
const plainWord = /^(?!-+$)[\p{L}\p{N}'%-]+$/u;

/** Words that GitHub takes for an issue, here or at a tracker that a repository names (`GH-12`), or for a commit. */
const linkedWord =
  /(?<![\p{L}\p{N}-])[a-z]+-\d+(?![\p{L}\p{N}])|(?<![\p{L}\p{N}])(?=[a-f]*\d)[0-9a-f]{7,40}(?![\p{L}\p{N}])/iu;

/**
 * A sentence that names things of a plan: every word that is more than letters stands as code, so that nothing in it is
 * markup. Neighbouring words of a quotation become one.
 */
export function sentence(text: string, where: "line" | "table" = "line"): string {
  const words = printable(text).match(/"[^"]*"[^\s"]*|\S+/g) ?? [];
  return words.map((word) => renderWord(word, where)).join(" ");
}

function renderWord(word: string, where: "line" | "table"): string {
  const [, open = "", bare = "", close = ""] = /^(\(?)(.*?)([,;:.)]*)$/su.exec(word) ?? [];
  const isPlain = plainWord.test(bare) && !linkedWord.test(bare);
  if (bare === "" || isPlain) return isPlain && /^\d+[.)]/.test(word) ? code(word, where) : word;
  return `${open}${code(bare, where)}${close}`;
}

/** A block of text of a language, in a fence that is longer than any in it. */
export function block(language: string, text: string): string {
  const clean = text
    .split("\n")
    .map((line) => printable(line.replaceAll("\t", "  ")))
    .join("\n");
  const longest = Math.max(2, ...[...clean.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = "`".repeat(longest + 1);
  return `${fence}${language}\n${clean}\n${fence}`;
}

/** What is opened by a click. */
export function details(summary: string, body: string): string {
  return `<details><summary>${summary}</summary>\n\n${body}\n\n</details>`;
}

export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}

/** The first of several, and how many more there are. */
export function first<T>(
  most: number,
  items: readonly T[],
): { readonly shown: readonly T[]; readonly more: number } {
  return { shown: items.slice(0, most), more: Math.max(0, items.length - most) };
}
