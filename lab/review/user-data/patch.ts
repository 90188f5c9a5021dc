import { structuredPatch } from "diff";
import { maskLines } from "../redaction/mask-lines";
import type { ShowOptions } from "../shown";

/** Lines that may differ before it is no use to look which; it also bounds the time. */
const MOST_EDITS = 1_000;

/** Two texts as unified text without header, secrets masked on both sides; undefined: too different to be compared. */
export function patchBetween(
  before: string,
  after: string,
  { showSensitive }: ShowOptions = {},
): string | undefined {
  const compared = structuredPatch("", "", before, after, "", "", { context: 3, maxEditLength: MOST_EDITS });
  if (compared === undefined) return undefined;
  const linesOf = (text: string) => (showSensitive ? text.split("\n") : maskLines(text.split("\n")));
  const shownLines = { before: linesOf(before), after: linesOf(after) };
  return compared.hunks
    .map(({ oldStart, oldLines, newStart, newLines, lines }) => {
      let [oldLine, newLine] = [oldStart, newStart];
      const shown = lines.map((line) => {
        const [sign = " "] = line;
        if (sign === "\\") return line;
        const text = sign === "-" ? shownLines.before[oldLine - 1] : shownLines.after[newLine - 1];
        if (sign !== "+") oldLine++;
        if (sign !== "-") newLine++;
        return `${sign}${text ?? ""}`;
      });
      return [`@@ -${oldStart},${oldLines} +${newStart},${newLines} @@`, ...shown].join("\n");
    })
    .join("\n");
}
