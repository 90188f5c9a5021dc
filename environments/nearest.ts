/**
 * The candidates that a misspelled word most likely stands for: one, several that are equally near, or none.
 * Letter case and surrounding spaces do not count; a candidate that begins the word, or is begun by it, is near
 * (`production`).
 */
function nearest(word: string, candidates: readonly string[]): readonly string[] {
  const wanted = word.trim().toLowerCase();
  if (wanted === "") return [];
  const ranked = candidates.map((candidate) => ({
    candidate,
    edits: editDistance(wanted, candidate.toLowerCase()),
  }));
  const least = Math.min(...ranked.map(({ edits }) => edits));
  const best = ranked.filter(({ edits }) => edits === least).map(({ candidate }) => candidate);
  const near = best.filter((candidate) => least <= Math.max(1, Math.floor(candidate.length / 3)));
  if (near.length > 0) return near;
  return candidates.filter((candidate) => extendsWord(wanted, candidate.toLowerCase())).slice(0, 1);
}

/** `did you mean port`, or the fallback when no candidate is near. */
export function suggestion(word: unknown, candidates: readonly string[], fallback: string): string {
  const near = typeof word === "string" ? nearest(word, candidates) : [];
  return near.length === 0 ? fallback : `did you mean ${alternatives(near)}`;
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
