import { CharSet } from "refa";
import type { CompiledCondition } from "../../alb";
import { LAST_CODE } from "./language";
import { characters, literal, repeated, sequence, type Words } from "./words";

/** What conditions look at: `host`, `path`, `method`, `source`, `query`, and `header` with the name of the header. */
export type Dimension = "host" | "path" | "method" | "source" | "query" | `header ${string}`;

export function dimensionOf({ part, headerName }: CompiledCondition): Dimension | undefined {
  if (part === "none") return undefined;
  return part === "header" ? `header ${headerName}` : part;
}

/** Whether a request has any number of words there, none included: fields of a query, instances of a header (R22, R24). */
export function isPlural(dimension: Dimension): boolean {
  return dimension === "query" || dimension.startsWith("header ");
}

/** The words that requests have in a dimension, less those that they cannot have. */
export interface Universe {
  readonly words: readonly Words[];
  readonly except: readonly Words[];
}

/** Without control characters, which conditions do not see (R13). */
const visible = range(" ", "~").union(CharSet.fromRange(LAST_CODE, { min: 0x80, max: LAST_CODE }));
const lower = visible.without(range("A", "Z"));
const digits = "0123456789";
const token = range("a", "z").union(range("A", "Z"), characters(`!#$%&'*+-.^_\`|~${digits}`));
const inKey = lower.without(characters("&=#"));
const inValue = lower.without(characters("&#"));

/**
 * Every request that names a path; `OPTIONS *`, which names none, is nobody's route. `ipv4`: the load balancer has no
 * IPv6 address, so that no client comes from one.
 */
export function universeOf(dimension: Dimension, { ipv4 }: { readonly ipv4: boolean }): Universe {
  switch (dimension) {
    case "path":
      return whole([...literal("/"), ...repeated(visible.without(characters("?")))]);
    case "method":
      return whole(repeated(token, 1));
    case "query":
      return whole([...repeated(inKey), ...literal("="), ...repeated(inValue)]);
    case "source":
      return ipv4
        ? whole(shortAddress)
        : { words: [shortAddress, longAddress].map(sequence), except: [mapped] };
    default:
      return whole(repeated(lower));
  }
}

const group = CharSet.all(LAST_CODE);
const shortAddress = [...literal("4"), ...repeated(group, 2, 2)];
const longAddress = [...literal("6"), ...repeated(group, 8, 8)];
/** An IPv4 address in IPv6 is the IPv4 address. */
const mapped = sequence([...literal("6\0\0\0\0\0\uffff"), ...repeated(group, 2, 2)]);

function whole(parts: Parameters<typeof sequence>[0]): Universe {
  return { words: [sequence(parts)], except: [] };
}

function range(from: string, to: string): CharSet {
  return CharSet.fromRange(LAST_CODE, { min: from.charCodeAt(0), max: to.charCodeAt(0) });
}
