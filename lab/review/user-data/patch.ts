import { structuredPatch } from "diff";
import { maskSecrets } from "../../lint";

/** Lines that may differ before it is no use to look which; it also bounds the time. */
const MOST_EDITS = 1_000;

/** Two texts as unified text without header, secrets masked on both sides; undefined: too different to be compared. */
export function patchBetween(before: string, after: string): string | undefined {
  const compared = structuredPatch("", "", before, after, "", "", { context: 3, maxEditLength: MOST_EDITS });
  if (compared === undefined) return undefined;
  const masked = { before: maskSecrets(before.split("\n")), after: maskSecrets(after.split("\n")) };
  return compared.hunks
    .map(({ oldStart, oldLines, newStart, newLines, lines }) => {
      let [oldLine, newLine] = [oldStart, newStart];
      const shown = lines.map((line) => {
        const [sign = " "] = line;
        if (sign === "\\") return line;
        const text = sign === "-" ? masked.before[oldLine - 1] : masked.after[newLine - 1];
        if (sign !== "+") oldLine++;
        if (sign !== "-") newLine++;
        return `${sign}${text ?? ""}`;
      });
      return [`@@ -${oldStart},${oldLines} +${newStart},${newLines} @@`, ...shown].join("\n");
    })
    .join("\n");
}
