/** The last so many of something. */
export class Latest<T> {
  readonly #kept: T[] = [];
  readonly #most: number;
  #oldest = 0;

  constructor(most: number) {
    this.#most = most;
  }

  add(one: T): void {
    if (this.#kept.length < this.#most) this.#kept.push(one);
    else {
      this.#kept[this.#oldest] = one;
      this.#oldest = (this.#oldest + 1) % this.#most;
    }
  }

  /** Oldest first. */
  all(): T[] {
    return [...this.#kept.slice(this.#oldest), ...this.#kept.slice(0, this.#oldest)];
  }
}
