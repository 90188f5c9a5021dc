import type { CompiledCondition, CompiledValue } from "../../alb";
import { buildLanguage, MOST_STATES } from "./build-language";
import { type Dimension, universeOf } from "./dimensions";
import { accepts, type Language, unshift } from "./language";
import { textLanguage, trieLanguage } from "./trie";
import { type Effort, type Found, findWord } from "./word-search";
import { type Words, wordsOf } from "./words";

/** After so many steps nothing is found out any more: an input made to be hard must not take minutes. */
const MOST_STEPS = 5_000_000;
const EASY_STEPS = 1_000;
/** What a state costs until it is in the tables, in steps. */
const STEPS_FOR_A_STATE = 100;

interface Clients {
  /** No client comes from an IPv6 address. */
  readonly ipv4: boolean;
}

/** What spaces with the same clients have found out. */
class Memory {
  readonly languages = new Map<string, Language | undefined>();
  readonly universes = new Map<string, { readonly in: Language; readonly out: readonly Language[] }>();
  readonly found = new Map<string, Found>();
  readonly apart = new Map<string, boolean>();
}

/** Makes spaces that share what they find out: load balancers often have conditions in common. */
export class RequestSpaces {
  readonly #memories = { ipv4: new Memory(), any: new Memory() };

  make(clients: Clients): RequestSpace {
    return new RequestSpace(clients, this.#memories[clients.ipv4 ? "ipv4" : "any"]);
  }
}

/**
 * The requests that a load balancer may get, and the languages that conditions speak of; each is made once. Every load
 * balancer has an effort of its own, so that a hard one leaves enough for the others.
 */
export class RequestSpace {
  readonly #effort: Effort = { left: MOST_STEPS };

  constructor(
    readonly clients: Clients,
    private readonly memory: Memory,
  ) {}

  /** What some values of a condition match together; undefined: too large to be built. */
  language({ part }: CompiledCondition, values: readonly CompiledValue[]): Language | undefined {
    const key = JSON.stringify([part, values.map(({ source, key }) => [source, key?.source])]);
    if (this.#effort.left <= 0) return this.memory.languages.get(key);
    return this.#remember(key, () => {
      const words = () => values.map((value) => wordsOf(value, part)).filter((word) => word !== undefined);
      const made = trieLanguage(part, values) ?? buildLanguage(words());
      this.#effort.left -= (made?.states.length ?? MOST_STATES) * STEPS_FOR_A_STATE;
      return made;
    });
  }

  /** The texts that a redirect turns into one of a language: see `unshift`. */
  unshifted(language: Language, before: string, after: string): Language {
    const key = JSON.stringify([language.id, before, after]);
    return this.#remember(key, () => unshift(language, before, after)) as Language;
  }

  text(text: string): Language {
    return this.#remember(`text ${text}`, () => textLanguage(text)) as Language;
  }

  named(name: string, words: readonly Words[]): Language {
    return this.#remember(name, () => buildLanguage(words)) as Language;
  }

  /** A word of a dimension that all of `hits` and none of `avoid` hold. */
  find(dimension: Dimension, hits: readonly Language[], avoid: readonly Language[]): Found {
    const universe = this.#universe(dimension);
    const key = [dimension, ...idsOf(hits), "-", ...idsOf(avoid)].join();
    const known = this.memory.found.get(key);
    if (known !== undefined) return known;
    const found = this.#search([...hits, universe.in], [...avoid, ...universe.out]);
    // with more effort left, another one may be sure
    if (found !== "unsure") this.memory.found.set(key, found);
    return found;
  }

  #search(hits: readonly Language[], avoid: readonly Language[]): Found {
    const word = sampleOf(hits, avoid);
    if (word !== undefined) return { word };
    return this.#effort.left <= 0 ? "unsure" : findWord(hits, avoid, this.#effort);
  }

  /** Counts what is done besides searching; false: too much was done already. */
  spend(steps: number): boolean {
    this.#effort.left -= steps;
    return this.#effort.left > 0;
  }

  /** Whether two languages have nothing in common, if that is easy to see. */
  areApart(one: Language, other: Language): boolean {
    if (one === other) return false;
    const key = one.id < other.id ? `${one.id},${other.id}` : `${other.id},${one.id}`;
    const known = this.memory.apart.get(key);
    if (known !== undefined) return known;
    const apart = findWord([one, other], [], this.#effort, EASY_STEPS) === "none";
    if (this.#effort.left > 0) this.memory.apart.set(key, apart);
    return apart;
  }

  #universe(dimension: Dimension): { readonly in: Language; readonly out: readonly Language[] } {
    const kind = dimension.split(" ")[0] as string;
    const known = this.memory.universes.get(kind);
    if (known !== undefined) return known;
    const { words, except } = universeOf(dimension, this.clients);
    const made = {
      in: this.named(`every ${kind}`, words),
      out: except.length === 0 ? [] : [this.named(`no ${kind}`, except)],
    };
    this.memory.universes.set(kind, made);
    return made;
  }

  #remember(key: string, make: () => Omit<Language, "id"> | undefined): Language | undefined {
    const { languages } = this.memory;
    if (!languages.has(key)) {
      const made = make();
      languages.set(key, made && { ...made, id: languages.size });
    }
    return languages.get(key);
  }
}

/** A sample of one language that happens to be what is looked for. */
function sampleOf(hits: readonly Language[], avoid: readonly Language[]): string | undefined {
  const samples = hits.flatMap(({ sample }) => sample ?? []);
  return samples.find(
    (sample) => hits.every((hit) => accepts(hit, sample)) && !avoid.some((other) => accepts(other, sample)),
  );
}

function idsOf(languages: readonly Language[]): readonly number[] {
  return languages.map(({ id }) => id).sort((a, b) => a - b);
}
