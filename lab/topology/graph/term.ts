import type { Knowable, Link } from "../known";

export type Scalar = string | number | boolean;

/** What an argument is, as far as the input says. Parts of it are worked out when they are asked for. */
export type Term = (
  | { readonly kind: "absent" }
  | { readonly kind: "scalar"; readonly value: Scalar }
  | { readonly kind: "list"; readonly items: () => readonly Term[] }
  | { readonly kind: "map"; readonly keys: readonly string[]; readonly at: (key: string) => Term }
  | { readonly kind: "unknown"; readonly reason: string }
) &
  Marks;

interface Marks {
  /** What it points at as an id, an ARN or a name, where that is more than its text. */
  readonly link?: () => Link;
  /** What the entries of a list point at whose values are unknown. */
  readonly links?: () => Knowable<readonly Link[]>;
  /** Whether Terraform hides it. */
  readonly sensitive?: boolean;
  /** A text of which parts are not known, with `GAP` in place of each. */
  readonly outline?: string;
}

/** Stands in an outline for what is not known. */
export const GAP = "\uFFFC";

export const absent: Term = { kind: "absent" };

export function scalar(value: Scalar): Term {
  return { kind: "scalar", value };
}

export function hidden(reason: string): Term {
  return { kind: "unknown", reason };
}

/** A list whose items are worked out once. */
export function list(make: () => readonly Term[]): Term {
  return { kind: "list", items: once(make) };
}

/** A map whose parts are worked out once each. */
export function map(keys: () => readonly string[], make: (key: string) => Term): Term {
  const parts = new Map<string, Term>();
  const all = once(keys);
  return {
    kind: "map",
    get keys() {
      return all();
    },
    at: (key) => {
      const known = parts.get(key);
      if (known !== undefined) return known;
      const made = make(key);
      parts.set(key, made);
      return made;
    },
  };
}

function once<T extends object>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

/** A part of a term. A name that meets a list of one goes on in that one. */
export function part(term: Term, step: string | number): Term {
  if (term.kind === "absent" || term.kind === "scalar") return absent;
  if (term.kind === "unknown") return unknownPart(term);
  if (term.kind === "map") return term.at(String(step));
  const items = term.items();
  if (typeof step === "number") return items[step] ?? absent;
  const [only] = items;
  if (only === undefined) return absent;
  return items.length === 1 ? part(only, step) : hidden(`there are ${items.length} of it, not one`);
}

/** A part of something unknown points where nobody can say. */
function unknownPart({ reason, sensitive }: Term & { kind: "unknown" }): Term {
  return { kind: "unknown", reason, ...(sensitive && { sensitive }) };
}
