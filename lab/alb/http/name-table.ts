const LENGTHS = 64;

/**
 * Something for each of a few header names, whatever their case. Most names of a request are none of them: first letter
 * and length tell, so that only few need a lower-case copy.
 */
export class NameTable<T> {
  readonly #values: ReadonlyMap<string, T>;
  readonly #candidates = new Uint8Array(32 * LENGTHS);

  /** @param entries lower-case names of at most 63 characters */
  constructor(entries: readonly (readonly [string, T])[]) {
    this.#values = new Map(
      entries.flatMap(
        ([name, value]) =>
          [
            [name, value],
            [capitalized(name), value],
          ] as const,
      ),
    );
    for (const name of this.#values.keys()) this.#candidates[slot(name)] = 1;
  }

  get(name: string): T | undefined {
    if (name.length >= LENGTHS || this.#candidates[slot(name)] === 0) return undefined;
    return this.#values.get(name) ?? this.#values.get(name.toLowerCase());
  }
}

/** As most clients and servers write it, such as `Content-Length`. */
function capitalized(name: string): string {
  return name.replace(/(?<![^-])[a-z]/g, (letter) => letter.toUpperCase());
}

function slot(name: string): number {
  return (name.charCodeAt(0) & 31) * LENGTHS + name.length;
}
