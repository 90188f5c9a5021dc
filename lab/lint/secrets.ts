import { sharedLines } from "./shared-lines";

/** A secret that stands in a text. The secret itself is never handed on. */
export interface Secret {
  /** Such as `a private key`. */
  readonly kind: string;
  /** From 1. */
  readonly line: number;
}

const LONGEST_LINE = 2_000;

/** What only one kind of secret looks like. */
const shapes: readonly (readonly [kind: string, shape: RegExp])[] = [
  ["the id of an AWS access key", /(?<![A-Za-z0-9])(?:AKIA|ASIA)[A-Z2-7][A-Z0-9]{15}(?![A-Za-z0-9])/],
  ["an AWS secret key", /secret_?(?:access_?)?key["']?\s*[=:]\s*["']?[A-Za-z0-9/+]{40}(?![A-Za-z0-9/+=])/i],
  ["a private key", /-----BEGIN (?:[A-Z0-9]+ )*PRIVATE KEY(?: BLOCK)?-----/],
  [
    "a token",
    /\b(?:gh[pousr]_[A-Za-z0-9]{30,}|github_pat_\w{30,}|glpat-[\w-]{20,}|xox[abprs]-[\w-]{10,}|npm_[A-Za-z0-9]{30,})/,
  ],
  ["a token", /\b(?:[sr]k_live_[A-Za-z0-9]{16,}|AIza[\w-]{35}|hvs\.[\w-]{20,}|dckr_pat_[\w-]{20,})/],
  ["a token", /\beyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]{10,}/],
];

/** What is a secret by its look alone, whatever it is called. */
export const secretShapes: readonly RegExp[] = shapes.map(([, shape]) => shape);

/** A name that says that its value is a secret, and the value: in quotes, or up to the next blank. */
const assignment =
  /(?<![A-Za-z0-9])(?<name>[A-Za-z0-9_-]*(?:password|passwd|passphrase|secret|token|api_?key|access_?key|private_?key|secret_?key|(?<![A-Za-z0-9])pass|(?<![A-Za-z0-9])pwd))["']?(?<sign>\s*[=:]\s*)(?:"(?<double>[^"\n]*)"|'(?<single>[^'\n]*)'|(?<bare>[^\s"'#]+))/gi;

/** The same as an option of a command, with a blank before its value. */
const option =
  /--?(?:password|passwd|token|secret)\s+(?:"(?<double>[^"\n]*)"|'(?<single>[^'\n]*)'|(?<bare>[^\s"'-][^\s"']*))/gi;

/** The patterns around a secret that they name `double`, `single` or `bare`. */
const named = () => [assignment, option, credentials, changedPassword];

const credentials = /\b[a-z][a-z0-9+.-]*:\/\/[^\s:@/"']*:(?<bare>[^\s@/"']+)@/gi;

const changedPassword =
  /\becho\s+(?:-\w+\s+)?["']?[\w.-]+:(?<bare>[^\s"'|]+)["']?\s*\|\s*(?:sudo\s+)?chpasswd/gi;

/** Looks for secrets in many texts that have most of their beginnings in common, as documents of one project have. */
export class SecretSearch {
  readonly #lines = new Map<string, readonly string[]>();
  #text = "";
  /** What the last two texts had in common; the next one most likely has it too. */
  #common = "";
  /** The first line is at 0. */
  #lineStarts: readonly number[] = [];
  #found: readonly Secret[] = [];

  /** The first secret of each kind. */
  in(text: string): readonly Secret[] {
    const isAlike = this.#common !== "" && text.startsWith(this.#common);
    const shared = isAlike ? this.#common.length : sharedLines(this.#text, text);
    this.#common = text.slice(0, shared);
    const starts = this.#lineStarts.slice(0, firstFrom(this.#lineStarts, shared));
    const found = this.#found.filter(({ line }) => line <= starts.length);
    for (let start = shared; start <= text.length; ) {
      const lf = text.indexOf("\n", start);
      const end = lf < 0 ? text.length : lf;
      starts.push(start);
      for (const kind of this.#kindsIn(text.slice(start, end).trimStart()))
        found.push({ kind, line: starts.length });
      start = end + 1;
    }
    [this.#text, this.#lineStarts, this.#found] = [text, starts, found];
    return found.filter(({ kind }, index) => found.findIndex((other) => other.kind === kind) === index);
  }

  /** Servers have most lines of their documents in common. */
  #kindsIn(line: string): readonly string[] {
    let kinds = this.#lines.get(line);
    if (kinds === undefined) {
      kinds = kindsIn(line);
      this.#lines.set(line, kinds);
    }
    return kinds;
  }
}

/** Index of the first number that is not below a limit; they rise. */
function firstFrom(numbers: readonly number[], limit: number): number {
  const index = numbers.findIndex((number) => number >= limit);
  return index < 0 ? numbers.length : index;
}

/** Something of every pattern: most lines hold none of it, and need no closer look. */
const HINT =
  /pass|pwd|secret|token|key|AKIA|ASIA|gh[pousr]_|_pat_|glpat|xox|npm_|_live_|AIza|hvs\.|eyJ|:\/\//i;

function kindsIn(line: string): readonly string[] {
  if (!HINT.test(line)) return [];
  const shaped = shapes.filter(([, shape]) => shape.test(line)).map(([kind]) => kind);
  // Longer lines are data that somebody packed.
  if (shaped.length > 0 || line.length > LONGEST_LINE) return shaped;
  const [first] = literalsIn(line);
  return first === undefined ? [] : [kindOf(first.groups?.name)];
}

function literalsIn(line: string): readonly RegExpMatchArray[] {
  return named()
    .flatMap((pattern) => [...line.matchAll(pattern)])
    .filter(({ groups = {} }) => isLiteral(groups, line));
}

function kindOf(name = "password"): string {
  if (/token$/i.test(name)) return "a token";
  if (/key$/i.test(name)) return "a key";
  return /secret$/i.test(name) ? "a secret" : "a password";
}

type Groups = { readonly [name in "name" | "sign" | "double" | "single" | "bare"]?: string };

/** Whether a value is a secret itself, not a reference to where it is, a word of a program or a stand-in. */
function isLiteral({ name = "", sign = "=", double, single, bare }: Groups, line: string): boolean {
  const quoted = double ?? single;
  const value = (quoted ?? bare ?? "").replace(/[;,)}\]]+$/, "");
  if (value.length < 4 || isReference(value, single !== undefined) || isStandIn(value, name)) return false;
  if (quoted !== undefined) return !/\s/.test(value) || /pass/i.test(name);
  return isData(value, sign, line);
}

/** Variables, substitutions, templates, paths and addresses of other places. */
function isReference(value: string, isSingle: boolean): boolean {
  if (!isSingle && /[$`]/.test(value)) return true;
  return /\$\{|\$\(|\{\{|^[$%<{[(/~.]|^(?:https?|arn|ssm|file|secretsmanager|vault|env|op):/i.test(value);
}

function isStandIn(value: string, name: string): boolean {
  if (
    /^(?:true|false|yes|no|on|off|null|none|nil|undefined|required|optional|disabled|enabled|string|str|number)$/i.test(
      value,
    )
  )
    return true;
  if (
    /^[x*.?_-]+$/i.test(value) ||
    /(?:^|[^a-z])(?:your|example|placeholder|todo|redacted|dummy|replace)(?:[^a-z]|$)/i.test(value)
  )
    return true;
  return value.toLowerCase() === name.toLowerCase();
}

/** Without quotes, a word with blanks around its sign is most likely a name in a program. */
function isData(value: string, sign: string, line: string): boolean {
  if (/[([]/.test(value) || /^[A-Za-z_$][\w$]*(?:\.[A-Za-z_$][\w$]*)+$/.test(value)) return false;
  if (sign === "=") return true;
  const isLineOfItsOwn =
    !/[,;{}()]\s*$/.test(line) && !/^\s*(?:const|let|var|return|import|export)\b/.test(line);
  return isLineOfItsOwn && (/\d/.test(value) || sign.trim() === ":") && !/^[{[]/.test(value);
}
