/**
 * The candidate that a misspelled word most likely stands for, or undefined when none is near. Letter case and
 * surrounding spaces do not count; a candidate that begins the word, or is begun by it, is near (`production`).
 */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
  const wanted = word.trim().toLowerCase();
  if (wanted === "") return undefined;
  const ranked = candidates
    .map((candidate) => ({ candidate, edits: editDistance(wanted, candidate.toLowerCase()) }))
    .sort((a, b) => a.edits - b.edits);
  const best = ranked[0];
  if (best && best.edits <= Math.max(1, Math.floor(best.candidate.length / 3))) return best.candidate;
  const extended = ranked.find(({ candidate }) => extendsWord(wanted, candidate.toLowerCase()));
  return extended?.candidate;
}

/** `; did you mean port`, or the fallback after a semicolon when no candidate is near. */
export function suggestion(word: unknown, candidates: readonly string[], fallback: string): string {
  const near = typeof word === "string" ? nearest(word, candidates) : undefined;
  return near === undefined ? fallback : `did you mean ${near}`;
}

/** `dev, staging or prod`: a list as a sentence names it. */
export function alternatives(words: readonly (string | number)[]): string {
  const last = words.at(-1);
  return words.length < 2 ? String(last ?? "") : `${words.slice(0, -1).join(", ")} or ${last}`;
}

function extendsWord(a: string, b: string): boolean {
  return Math.min(a.length, b.length) >= 3 && (a.startsWith(b) || b.startsWith(a));
}

/** Insertions, deletions, replacements and swaps of neighbours that turn `a` into `b`. */
function editDistance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1];
      const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      current[column] = Math.min(
        (last[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (same ? 0 : 1),
        swapped ? (beforeLast[column - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
      );
    }
    beforeLast = last;
    last = current;
  }
  return last[b.length] ?? 0;
}
