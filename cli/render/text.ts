/** `1 target`, `2 targets`. */
export function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? "" : "s"}`;
}

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

/** Without the codes that colour it. */
function visibleLength(text: string): number {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: colour codes begin with one
  return text.replace(/\u001b\[\d+m/g, "").length;
}
