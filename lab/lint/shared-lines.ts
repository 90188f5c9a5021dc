/** Characters of the whole lines at the beginning of two texts that are the same. */
export function sharedLines(one: string, other: string): number {
  let [same, different] = [0, Math.min(one.length, other.length) + 1];
  while (different - same > 1) {
    const middle = (same + different) >> 1;
    if (one.slice(0, middle) === other.slice(0, middle)) same = middle;
    else different = middle;
  }
  return same === 0 ? 0 : other.lastIndexOf("\n", same - 1) + 1;
}
