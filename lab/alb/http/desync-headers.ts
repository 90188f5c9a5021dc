import { isToken } from "./characters";
import { COMPLIANT, type Desync, worse } from "./desync-verdict";
import type { Oddity, RawHead } from "./types";

/** A header that says how a body ends, or that another server may take for one that does. */
export interface SteeringHeader {
  readonly name: string;
  readonly value: string;
  readonly like: "content-length" | "transfer-encoding";
}

interface ClassifiedHeaders {
  readonly verdict: Desync;
  readonly steering: readonly SteeringHeader[];
}

const SHORTEST_LIKENESS = "contentlength".length;

/** What the header lines by themselves are worth, and which of them say how the body ends. */
export function classifyHeaders({ headers, oddities }: RawHead): ClassifiedHeaders {
  const odd = oddities.length > 0;
  let verdict = odd ? classifyOddities(oddities) : COMPLIANT;
  const steering: SteeringHeader[] = [];
  for (let index = 0; index < headers.length; index += 2) {
    const name = headers[index] ?? "";
    const value = headers[index + 1] ?? "";
    const like = likeness(name);
    if (like !== undefined) steering.push({ name, value, like });
    if (odd || !isToken(name)) verdict = classifyHeader(verdict, name, value);
    if (like !== undefined && name.toLowerCase() !== like)
      verdict = worse(verdict, "Ambiguous", "SuspiciousHeader");
  }
  return { verdict, steering };
}

/** It is the header itself, not one that resembles it. */
export function isExact({ name, like }: SteeringHeader): boolean {
  return name.toLowerCase() === like;
}

function classifyOddities(oddities: readonly Oddity[]): Desync {
  let verdict = oddities.includes("bare-lf")
    ? worse(COMPLIANT, "Acceptable", "NonCrLfLineTermination")
    : COMPLIANT;
  if (oddities.includes("folded") || oddities.includes("leading-space"))
    verdict = worse(verdict, "Ambiguous", "MultilineHeader");
  return oddities.includes("no-colon") ? worse(verdict, "Ambiguous", "MissingHeaderColon") : verdict;
}

function classifyHeader(verdict: Desync, name: string, value: string): Desync {
  if (name.trim() === "") return worse(verdict, "Ambiguous", "EmptyHeader");
  if (/[\0\r\n]/.test(name) || /[\0\r\n]/.test(value)) return worse(verdict, "Severe", "BadHeader");
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  const plain = isToken(name) && !/[\x01-\x08\x0b-\x1f\x7f-\xff]/.test(value);
  return plain ? verdict : worse(verdict, "Acceptable", "NonCompliantHeader");
}

/**
 * Which of the two it is or resembles once everything but letters and digits is left out. Two letters of other alphabets
 * become ASCII when they are put into upper case: the long s (c5 bf) and the dotless i (c4 b1).
 */
function likeness(name: string): SteeringHeader["like"] | undefined {
  if (name.length < SHORTEST_LIKENESS || !mayResemble(name)) return undefined;
  const letters = lettersOf(name);
  if (letters === "contentlength" || lettersOf(firstWord(name)) === "contentlength") return "content-length";
  if (letters === "transferencoding" || lettersOf(firstWord(name)) === "transferencoding")
    return "transfer-encoding";
  return undefined;
}

/** A cheap look at the first letter; a name that begins with none is looked at closely. */
function mayResemble(name: string): boolean {
  const letter = name.charCodeAt(0) | 0x20;
  return letter === 0x63 || letter === 0x74 || letter < 0x61 || letter > 0x7a;
}

function lettersOf(name: string): string {
  return name
    .replaceAll("\u00c5\u00bf", "s")
    .replaceAll("\u00c4\u00b1", "i")
    .toLowerCase()
    .replace(/[^a-z0-9]/g, "");
}

function firstWord(name: string): string {
  return name.trim().split(/[ \t]/, 1)[0] ?? "";
}
