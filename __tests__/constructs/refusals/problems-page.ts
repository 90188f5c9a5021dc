import { readFileSync } from "node:fs";
import { join } from "node:path";

/** One entry of docs/problems.md. */
export interface PageEntry {
  readonly id: string;
  readonly meaning: string;
  readonly example: string;
}

const ENTRY = /^- \*\*`([a-z0-9-]+)`\*\* (.*?) `(.*)`$/;

/** The entries of docs/problems.md, in order. */
export function readProblemsPage(): PageEntry[] {
  const text = readFileSync(join(__dirname, "../../../docs/problems.md"), "utf8");
  return text.split("\n").flatMap((line) => {
    const [, id, meaning, example] = ENTRY.exec(line) ?? [];
    return id && meaning && example ? [{ id, meaning, example: example.trim() }] : [];
  });
}
