export { counted, listed } from "../../lab/topology";
/** What a renderer needs to know of the terminal. */
export type { Terminal as Page } from "../terminal";

/** Rows under each other, every column as wide as its longest text, indented by two spaces. */
export function columns(rows: readonly (readonly string[])[]): string[] {
  const widths: number[] = [];
  for (const row of rows)
    for (const [index, text] of row.entries())
      widths[index] = Math.max(widths[index] ?? 0, visibleLength(text));
  return rows.map((row) => {
    const cells = row.map((text, index) => text + " ".repeat((widths[index] ?? 0) - visibleLength(text)));
    return `  ${cells.join("   ")}`.trimEnd();
  });
}

/** A text behind a mark, in lines of at most `width` columns; a word that is longer stays whole, to be copied. */
export function hanging(mark: string, text: string, width: number): string[] {
  const indent = " ".repeat(visibleLength(mark));
  const lines: string[] = [];
  let line = mark;
  for (const word of text.split(" ")) {
    const isFirst = line === mark || line === indent;
    if (!isFirst && visibleLength(line) + 1 + visibleLength(word) > width) {
      lines.push(line);
      line = indent;
    }
    line += line === mark || line === indent ? word : ` ${word}`;
  }
  return [...lines, line];
}

/** A mark and a text in every row: marks as wide as the widest, indented by two spaces, texts broken beside them. */
export function hangingRows(
  rows: readonly (readonly [mark: string, text: string])[],
  width: number,
): string[] {
  const widest = Math.max(0, ...rows.map(([mark]) => visibleLength(mark)));
  return rows.flatMap(([mark, text]) =>
    hanging(`  ${mark}${" ".repeat(widest - visibleLength(mark))}   `, text, width),
  );
}

/** Lines with what belongs to all of them at the right edge of the first that has room, or below, indented. */
export function beside(lines: readonly string[], right: string, width: number, indent = 2): string[] {
  if (right === "") return [...lines];
  const gapOf = (line: string) => width - visibleLength(line) - visibleLength(right);
  const at = lines.findIndex((line) => gapOf(line) >= 2);
  if (at === -1) return [...lines, " ".repeat(indent) + right];
  return lines.map((line, index) => (index === at ? line + " ".repeat(gapOf(line)) + right : line));
}

/** The beginning of a text that fits into `width` columns, with dots where the rest was. */
export function cut(text: string, width: number): string {
  if (visibleLength(text) <= width) return text;
  const letters = [...text].slice(0, width);
  while (visibleLength(letters.join("")) > width - 3) letters.pop();
  return `${letters.join("")}...`;
}

/** Columns that a text takes: without the codes that colour it, with two for every wide letter. */
function visibleLength(text: string): number {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: colour codes begin with one
  return text.replace(/\u001b\[\d+m/g, "").replace(wide, "..").length;
}

const wide = /\p{Emoji_Presentation}|[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\uff00-\uff60]/gu;
