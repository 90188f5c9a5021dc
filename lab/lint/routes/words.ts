import { CharSet, type Concatenation, type NoParent } from "refa";
import type { CompiledCondition, CompiledValue } from "../../alb";
import { LAST_CODE } from "./language";

/** A regular expression without alternatives, as refa takes it. */
export type Words = NoParent<Concatenation>;
export type Part = Words["elements"][number];

type Pattern = NonNullable<CompiledValue["pattern"]>;
type Range = NonNullable<CompiledValue["range"]>;

const anything = CharSet.all(LAST_CODE);
const noEqualsSign = characters("=").negate();

/**
 * What a known value of a condition matches, as words: a query field is `key=value`, an address a 4 or a 6 and its groups of 16 bits.
 * Undefined: nothing, as it should be a CIDR block and is none.
 */
export function wordsOf(value: CompiledValue, part: CompiledCondition["part"]): Words | undefined {
  if (part === "method") return sequence(literal(value.source));
  if (part === "source") return value.range && sequence([...prefix(value.range), ...repeated(anything)]);
  if (part !== "query") return value.pattern && sequence(patternParts(value.pattern, anything));
  const key = value.key === undefined ? repeated(noEqualsSign) : patternParts(value.key, noEqualsSign);
  const right = value.pattern === undefined ? repeated(anything) : patternParts(value.pattern, anything);
  return sequence([...key, ...literal("="), ...right]);
}

export function sequence(elements: Part[]): Words {
  return { type: "Concatenation", elements };
}

export function literal(text: string): Part[] {
  return Array.from({ length: text.length }, (_, at) => one(characters(text.charAt(at))));
}

function one(set: CharSet): Part {
  return { type: "CharacterClass", characters: set };
}

export function repeated(set: CharSet, min = 0, max = Number.POSITIVE_INFINITY): Part[] {
  return [{ type: "Quantifier", alternatives: [sequence([one(set)])], min, max, lazy: false }];
}

export function characters(text: string): CharSet {
  const codes = Array.from({ length: text.length }, (_, at) => text.charCodeAt(at));
  return CharSet.fromCharacters(
    LAST_CODE,
    codes.sort((a, b) => a - b),
  );
}

function patternParts({ pieces }: Pattern, wild: CharSet): Part[] {
  return pieces.flatMap(({ codes }, index) => [
    ...(index === 0 ? [] : repeated(wild)),
    ...codes.map((code) => one(code < 0 ? wild : CharSet.fromCharacter(LAST_CODE, code).intersect(wild))),
  ]);
}

/** `4` or `6`, then the network in groups of 16 bits, each a character of its own. */
function prefix({ network, bits }: Range): Part[] {
  const isShort = typeof network === "number";
  const length = isShort ? 32 : 128;
  const groups = Array.from({ length: Math.ceil(bits / 16) }, (_, index) => {
    const value = Number((BigInt(network) >> BigInt(length - 16 * (index + 1))) & 0xffffn);
    const free = 2 ** Math.max(0, 16 * (index + 1) - bits) - 1;
    const min = value - (value % (free + 1));
    return one(CharSet.fromRange(LAST_CODE, { min, max: min + free }));
  });
  return [...literal(isShort ? "4" : "6"), ...groups];
}
