import { LAST_CODE, type Language, NOWHERE, type State, targetOf } from "./language";

/** A word; `none`: there is none for certain; `unsure`: it took too long to find out. */
export type Found = { readonly word: string } | "none" | "unsure";

/** Steps that all searches together may still take. */
export interface Effort {
  left: number;
}

/** Of one search. */
const MOST_STEPS = 300_000;

/** Every continuation is in the language, so that it need not be looked at any more. */
const SETTLED = -2;

interface Place {
  /** State of each language, or `NOWHERE`, or `SETTLED`. */
  readonly states: readonly number[];
  /** Characters that are still missing at least; 0: this is a word. */
  readonly distance: number;
  readonly before?: Place;
  readonly length: number;
  readonly code: number;
}

/**
 * A short word that all of `hits` and none of `avoid` hold. All automata are walked at once and only as far as needed,
 * those places first that may be closest to a word: their intersection as one automaton may be too large to be built.
 */
export function findWord(
  hits: readonly Language[],
  avoid: readonly Language[],
  effort: Effort,
  mostSteps = MOST_STEPS,
): Found {
  const search = new WordSearch(hits, avoid);
  const found = search.run(Math.min(mostSteps, effort.left));
  effort.left -= search.steps;
  return found;
}

class WordSearch {
  steps = 0;
  readonly #languages: readonly Language[];
  readonly #seen = new Set<string>();
  /** Places that are not looked at yet, by the length that a word through them has at least. */
  readonly #open: Place[][] = [];

  constructor(
    private readonly hits: readonly Language[],
    avoid: readonly Language[],
  ) {
    this.#languages = [...hits, ...avoid];
  }

  run(mostSteps: number): Found {
    this.#add(this.#languages.map(({ start }) => start));
    for (let length = 0; length < this.#open.length; length++) {
      const places = this.#open[length];
      for (let place = places?.pop(); place !== undefined; place = places?.pop()) {
        if (this.#isWord(place)) return { word: spell(place) };
        if (this.steps > mostSteps) return "unsure";
        this.#expand(place);
      }
    }
    return "none";
  }

  #add(states: number[], before?: Place, code = 0): void {
    const distance = this.#settle(states);
    if (distance === Number.POSITIVE_INFINITY) return;
    const key = states.join();
    if (this.#seen.has(key)) return;
    this.#seen.add(key);
    const length = before === undefined ? 0 : before.length + 1;
    const place = { states, distance, length, code, ...(before && { before }) };
    this.#open[length + distance] ??= [];
    this.#open[length + distance]?.push(place);
  }

  /** Characters that are missing at least, infinite if no word can come of it; marks what is settled. */
  #settle(states: number[]): number {
    let distance = 0;
    for (let index = 0; index < states.length; index++) {
      const at = states[index] as number;
      const isHit = index < this.hits.length;
      if (isHit && at === NOWHERE) return Number.POSITIVE_INFINITY;
      if (at < 0) continue;
      const state = this.#state(index, at);
      if (state.acceptsAll && !isHit) return Number.POSITIVE_INFINITY;
      if (state.acceptsAll) states[index] = SETTLED;
      else if (isHit) distance = Math.max(distance, state.distance);
    }
    return distance;
  }

  #isWord({ states, distance }: Place): boolean {
    if (distance > 0) return false;
    for (let index = this.hits.length; index < states.length; index++) {
      const at = states[index] as number;
      if (at >= 0 && this.#state(index, at).distance === 0) return false;
    }
    return true;
  }

  /** One step for every stretch of codes that all languages treat alike; what a person would type comes last, on top. */
  #expand(place: Place): void {
    const { states } = place;
    const live: number[] = [];
    for (let index = 0; index < states.length; index++) if ((states[index] as number) >= 0) live.push(index);
    const tables = live.map((index) => this.#state(index, states[index] as number));
    const ends = new Set([LAST_CODE]);
    for (const table of tables) for (const end of table.ends) ends.add(end);
    const stretches: (readonly [code: number, from: number])[] = [];
    let from = 0;
    for (const end of [...ends].sort((one, other) => one - other)) {
      stretches.push([nicest(from, end), from]);
      from = end + 1;
    }
    for (const [code] of stretches.sort(([one], [other]) => rank(other) - rank(one) || other - one)) {
      const next = [...states];
      for (const [at, table] of tables.entries()) next[live[at] as number] = targetOf(table, code);
      this.#add(next, place, code);
    }
    this.steps += (live.length + 1) * stretches.length;
  }

  #state(index: number, at: number): State {
    return (this.#languages[index] as Language).states[at] as State;
  }
}

const liked = [
  ["a", "z"],
  ["0", "9"],
  ["A", "Z"],
  ["-", "."],
  ["_", "_"],
  ["!", "~"],
].map(([from = "", to = ""]) => [from.charCodeAt(0), to.charCodeAt(0)] as const);

function nicest(from: number, to: number): number {
  for (const [least, most] of liked) if (from <= most && to >= least) return Math.max(from, least);
  return from;
}

function rank(code: number): number {
  const at = liked.findIndex(([least, most]) => code >= least && code <= most);
  return at === -1 ? liked.length : at;
}

function spell(place: Place): string {
  const codes: number[] = [];
  for (let at: Place | undefined = place; at?.before !== undefined; at = at.before) codes.push(at.code);
  return String.fromCharCode(...codes.reverse());
}
