import type { Json } from "../../topology";
import { MASK } from "./plain-value";

/** Words that tell nothing, and that reports are full of. */
const trivial =
  /^(?:true|false|null|none|default|enabled|disabled|required|optional|active|open|closed|unknown|https?|tcp|tls|http_?\d{3}|forward|redirect|fixed-response|text\/[a-z]+|application\/[a-z]+|get|post|put|head|patch|delete|options|\d{1,5}(?:\.\d+)?)$/i;

/** Members that say what kind of thing something is, or which; none is a text of a plan. */
const identifiers: ReadonlySet<string> = new Set(
  "id level kind severity type facts address addresses sources method mark".split(" "),
);
const nothing: ReadonlySet<string> = new Set();

/** Below this length a text is looked for only as words of its own. */
const SHORT = 8;
/** Characters of a line of a longer text from which on it is looked for by itself. */
const TELLING_LINE = 20;
/** Characters on each side of such a text within which an address is looked for. */
const LONGEST_ADDRESS = 200;
/** Characters of a text up to which it is looked for in JSON and in URLs, too. */
const LONGEST_WRITTEN = 2_000;
/** Characters by which texts are looked up. */
const HEAD = 4;

/** Texts of a plan that nobody shall see, and what takes them out of everything else that is said. */
export class SensitiveMask {
  /** In lower case, by their first characters; the longest first. */
  readonly #byHead = new Map<string, string[]>();

  /** @param addresses of resources: they stay as they are, also where one of them holds such a text by chance */
  constructor(
    texts: Iterable<string>,
    private readonly addresses: ReadonlySet<string> = new Set(),
  ) {
    const all = new Set([...texts].flatMap(formsOf).map(lower));
    for (const text of all) {
      if (!isTelling(text)) continue;
      const head = text.slice(0, HEAD);
      const list = this.#byHead.get(head);
      if (list === undefined) this.#byHead.set(head, [text]);
      else list.push(text);
    }
    for (const list of this.#byHead.values()) list.sort((one, other) => other.length - one.length);
  }

  /** Whether there is nothing to be taken out. */
  get isEmpty(): boolean {
    return this.#byHead.size === 0;
  }

  /** The same data with stars in its texts; nothing is changed in place. */
  in<T>(data: T): T {
    return this.isEmpty ? data : (this.#masked(data, identifiers) as T);
  }

  /** The same for a value of a plan, whose members may have any names. */
  inValue(value: Json): Json {
    return this.isEmpty ? value : (this.#masked(value, nothing) as Json);
  }

  #masked(data: unknown, kept: ReadonlySet<string>): unknown {
    if (typeof data === "string") return this.#text(data);
    if (typeof data === "number") return this.#text(String(data)) === String(data) ? data : MASK;
    if (Array.isArray(data)) return data.map((item) => this.#masked(item, kept));
    if (typeof data !== "object" || data === null) return data;
    return Object.fromEntries(
      Object.entries(data).map(([key, item]) => [key, kept.has(key) ? item : this.#masked(item, kept)]),
    );
  }

  /** What is shown of example requests is in lower case, whatever the plan has: headers and hosts know no case. */
  #text(text: string): string {
    const searched = lower(text);
    let [shown, from] = ["", 0];
    for (let at = 0; at + HEAD <= searched.length; ) {
      const end = this.#endAt(searched, at);
      if (end === undefined || this.#isInAddress(text, at, end)) {
        at++;
        continue;
      }
      shown += text.slice(from, at) + MASK;
      from = at = end;
    }
    return from === 0 ? text : shown + text.slice(from);
  }

  /** Where the longest of the texts that begin at a place ends. */
  #endAt(searched: string, at: number): number | undefined {
    const found = this.#byHead
      .get(searched.slice(at, at + HEAD))
      ?.find(
        (text) => searched.startsWith(text, at) && (text.length >= SHORT || isApart(searched, at, text)),
      );
    return found === undefined ? undefined : at + found.length;
  }

  #isInAddress(text: string, at: number, end: number): boolean {
    const [left = ""] = /[\w.[\]"/-]*$/.exec(text.slice(Math.max(0, at - LONGEST_ADDRESS), at)) ?? [];
    const [right = ""] = /^[\w.[\]"/-]*/.exec(text.slice(end, end + LONGEST_ADDRESS)) ?? [];
    const around = left.replace(/^["[/.-]+/, "");
    const least = around + text.slice(at, end);
    const whole = least + right;
    for (let length = whole.length; length >= least.length; length--)
      if (this.addresses.has(whole.slice(0, length))) return true;
    return false;
  }
}

/** How a text may stand in others: as it is, in JSON, in a URL, line by line, and the parts of a pattern. */
function formsOf(text: string): readonly string[] {
  const lines = text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== text && line.length >= TELLING_LINE);
  if (text.length > LONGEST_WRITTEN) return [text, ...lines];
  const parts = /[*?]/.test(text) ? text.split(/[*?]+/) : [];
  return [text, text.trim(), JSON.stringify(text).slice(1, -1), ...inUrls(text), ...lines, ...parts];
}

function inUrls(text: string): readonly string[] {
  try {
    return [encodeURI(text), encodeURIComponent(text)];
  } catch {
    return [];
  }
}

/** More than three letters or digits, apart from what AWS puts in place of a part of a request. */
function isTelling(text: string): boolean {
  const letters = text.replace(/#\{\w+\}/g, "").replace(/[^\p{L}\p{N}]/gu, "");
  return letters.length >= HEAD && !trivial.test(text);
}

function isApart(searched: string, at: number, text: string): boolean {
  const isWord = (character = "") => /[\p{L}\p{N}]/u.test(character);
  const [first, last] = [text.at(0), text.at(-1)];
  return (
    !(isWord(first) && isWord(searched[at - 1])) && !(isWord(last) && isWord(searched[at + text.length]))
  );
}

/** Of the same length. */
function lower(text: string): string {
  return text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}
