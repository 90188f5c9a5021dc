/** A set of texts, as a deterministic automaton in tables, as one step is what automata are asked most often. */
export interface Language {
  /** The same number is the same language. */
  readonly id: number;
  readonly start: number;
  readonly states: readonly State[];
  /** One of the texts, where it costs nothing to say one. */
  readonly sample?: string;
  /** Where the language is nothing but these: a text each, or all texts that begin with it. */
  readonly beginnings?: readonly Beginning[];
}

export interface Beginning {
  readonly text: string;
  readonly isOpen: boolean;
}

/** Whether two languages have nothing in common, where their beginnings tell; false: they may have. */
export function areClearlyApart({ beginnings: some }: Language, { beginnings: others }: Language): boolean {
  if (some === undefined || others === undefined) return false;
  return some.every((one) => others.every((other) => !meet(one, other)));
}

function meet(one: Beginning, other: Beginning): boolean {
  const [short, long] = one.text.length <= other.text.length ? [one, other] : [other, one];
  return short.isOpen ? long.text.startsWith(short.text) : long.text === short.text;
}

export interface State {
  /** Characters that a text needs at least to be in the language: 0 if it may end here, infinite if it cannot be. */
  readonly distance: number;
  /** Whether every text is in it that has come here, however it goes on. */
  readonly acceptsAll: boolean;
  /** Stretches of character codes from 0 on: the last code of each, ascending up to `LAST_CODE`. */
  readonly ends: readonly number[];
  /** Where a code of each stretch leads, or `NOWHERE`. */
  readonly targets: readonly number[];
}

export const LAST_CODE = 0xffff;
export const NOWHERE = -1;

export function accepts(language: Language, text: string): boolean {
  return language.states[walk(language, language.start, text)]?.distance === 0;
}

/** The state after a text, or `NOWHERE`. */
export function walk({ states }: Language, from: number, text: string): number {
  let at = from;
  for (let index = 0; index < text.length && at !== NOWHERE; index++) {
    at = targetOf(states[at] as State, text.charCodeAt(index));
  }
  return at;
}

/** Where a character leads, or `NOWHERE`. */
export function targetOf({ ends, targets }: State, code: number): number {
  let stretch = 0;
  while ((ends[stretch] as number) < code) stretch++;
  return targets[stretch] as number;
}

/** Fills in how far it is to the end of a text. */
export function withDistances(
  start: number,
  states: readonly Omit<State, "distance">[],
  isEnd: (at: number) => boolean,
) {
  const sources = states.map((): number[] => []);
  for (const [at, { targets }] of states.entries())
    for (const target of targets) if (target !== NOWHERE) sources[target]?.push(at);
  const distances = states.map((_, at) => (isEnd(at) ? 0 : Number.POSITIVE_INFINITY));
  const queue = [...states.keys()].filter(isEnd);
  for (const at of queue) {
    for (const source of sources[at] as number[]) {
      if (distances[source] !== Number.POSITIVE_INFINITY) continue;
      distances[source] = (distances[at] as number) + 1;
      queue.push(source);
    }
  }
  return {
    start,
    states: states.map((state, at): State => ({ ...state, distance: distances[at] as number })),
  };
}

/** The texts `/` + rest for which before + rest + after is in the language: what a redirect turns into it. */
export function unshift(language: Language, before: string, after: string): Omit<Language, "id"> {
  const { states } = language;
  const begun = walk(language, language.start, before);
  const slash = "/".charCodeAt(0);
  const ends = [slash - 1, slash, LAST_CODE];
  const start = { acceptsAll: false, ends, targets: [NOWHERE, begun, NOWHERE] };
  const isEnd = (at: number) => at < states.length && states[walk(language, at, after)]?.distance === 0;
  return withDistances(states.length, [...states, start], isEnd);
}
