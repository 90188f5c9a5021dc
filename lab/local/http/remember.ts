const MOST_TEXTS = 128;
const LONGEST_TEXT = 4_096;

/**
 * Clients and targets repeat themselves, and the same bytes are read the same way: keeps what the last heads said.
 *
 * @param read without side effects, and what it returns is never changed
 */
export function remember<T extends object>(read: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const result = read(text);
    if (text.length > LONGEST_TEXT) return result;
    if (known.size === MOST_TEXTS) known.clear();
    known.set(text, result);
    return result;
  };
}
