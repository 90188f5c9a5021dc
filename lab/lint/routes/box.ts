import { type Dimension, isPlural } from "./dimensions";
import { accepts, type Language } from "./language";
import type { RequestSpace } from "./request-space";
import type { Found } from "./word-search";

/** A condition, or what is known of it: a word of the request is in the language. */
export interface Test {
  readonly dimension: Dimension;
  readonly language: Language;
}

/**
 * What a box says of one dimension. Of a dimension with one word: all of `hits` hold it and none of `avoid`. Of one with
 * several (headers, query fields): each of `hits` holds one, not necessarily the same, and none of `avoid` holds any.
 */
export interface Limits {
  readonly hits: readonly Language[];
  readonly avoid: readonly Language[];
  /** What a request may have there: one word, or one for each of `hits`; `unsure`: nobody found out in time. */
  readonly words: readonly (string | "unsure")[];
}

/**
 * A set of requests: those within the limits of every dimension; a dimension that is not there has none. Boxes are never
 * known to be empty, as every step that narrows one looks.
 */
export type Box = ReadonlyMap<Dimension, Limits>;

export const everything: Box = new Map();
const noLimits: Limits = { hits: [], avoid: [], words: [] };

/** The requests of a box that pass a test; undefined: there are none. */
function within(space: RequestSpace, box: Box, { dimension, language }: Test): Box | undefined {
  const { hits, avoid, words } = box.get(dimension) ?? noLimits;
  if (hits.includes(language)) return box;
  const all = [...hits, language];
  if (isPlural(dimension)) {
    const word = space.find(dimension, [language], avoid);
    return word === "none"
      ? undefined
      : put(box, dimension, { hits: all, avoid, words: [...words, wordOf(word)] });
  }
  const [known = "unsure"] = words;
  if (known !== "unsure" && accepts(language, known)) return put(box, dimension, { hits: all, avoid, words });
  if (hits.some((hit) => space.areApart(hit, language))) return undefined;
  const word = space.find(dimension, all, avoid);
  return word === "none" ? undefined : put(box, dimension, { hits: all, avoid, words: [wordOf(word)] });
}

/** The requests of a box that do not pass a test; undefined: there are none. */
function without(space: RequestSpace, box: Box, { dimension, language }: Test): Box | undefined {
  const { hits, avoid, words } = box.get(dimension) ?? noLimits;
  if (hits.includes(language)) return undefined;
  if (avoid.includes(language)) return box;
  const none = [...avoid, language];
  const wanted = isPlural(dimension) ? hits.map((hit) => [hit]) : [hits];
  const left: (string | "unsure")[] = [];
  for (const [index, all] of wanted.entries()) {
    const known = words[index] ?? "unsure";
    if (known !== "unsure" && !accepts(language, known)) {
      left.push(known);
      continue;
    }
    // most of what is taken completely is taken by one rule
    if (space.find(dimension, all, [language]) === "none") return undefined;
    const word = space.find(dimension, all, none);
    if (word === "none") return undefined;
    left.push(wordOf(word));
  }
  return put(box, dimension, { hits, avoid: none, words: left });
}

/** The requests of a box that pass all tests; undefined: there are none. */
export function withinAll(space: RequestSpace, box: Box, tests: readonly Test[]): Box | undefined {
  let narrowed: Box | undefined = box;
  for (const test of tests) {
    narrowed = within(space, narrowed, test);
    if (narrowed === undefined) return undefined;
  }
  return narrowed;
}

/**
 * The requests of a box that do not pass all tests, as boxes that have none in common. Each is made when it is asked for:
 * who looks for one request is spared the others.
 */
export function* withoutAll(space: RequestSpace, box: Box, tests: readonly Test[]): Generator<Box> {
  if (tests.length > 1 && areApart(space, box, tests)) {
    yield box;
    return;
  }
  let inside: Box | undefined = box;
  for (const [index, test] of tests.entries()) {
    const piece = without(space, inside, test);
    if (piece !== undefined) yield piece;
    if (index < tests.length - 1) inside = within(space, inside, test);
    if (inside === undefined) return;
  }
}

/** Whether no request of a box passes all tests, if that is easy to see. */
function areApart(space: RequestSpace, box: Box, tests: readonly Test[]): boolean {
  return tests.some(({ dimension, language }) => {
    const { hits, words } = box.get(dimension) ?? noLimits;
    const [known = "unsure"] = words;
    if (isPlural(dimension) || (known !== "unsure" && accepts(language, known))) return false;
    return hits.some((hit) => space.areApart(hit, language));
  });
}

function wordOf(found: Exclude<Found, "none">): string | "unsure" {
  return found === "unsure" ? found : found.word;
}

function put(box: Box, dimension: Dimension, limits: Limits): Box {
  return new Map(box).set(dimension, limits);
}
