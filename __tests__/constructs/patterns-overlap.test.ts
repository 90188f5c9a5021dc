import fc from "fast-check";
import { patternsOverlap } from "../../constructs/routing/route-overlap";

/** The plain meaning of a pattern, R11: `*` any characters, `?` exactly one, the whole text. */
function matches(pattern: string, text: string): boolean {
  if (pattern === "") return text === "";
  const rest = pattern.slice(1);
  if (pattern[0] === "*") return matches(rest, text) || (text !== "" && matches(pattern, text.slice(1)));
  return text !== "" && (pattern[0] === "?" || pattern[0] === text[0]) && matches(rest, text.slice(1));
}

function textsOver(alphabet: string, longest: number): string[] {
  if (longest === 0) return [""];
  const shorter = textsOver(alphabet, longest - 1);
  return ["", ...[...alphabet].flatMap((letter) => shorter.map((text) => letter + text))];
}

/** Two patterns of at most four symbols that meet at all meet in a text of at most eight. */
const texts = [...new Set(textsOver("ab", 8))];
const pattern = fc.string({ unit: fc.constantFrom("a", "b", "*", "?"), maxLength: 4 });

test("two patterns overlap exactly when some text matches both", () => {
  fc.assert(
    fc.property(pattern, pattern, (one, other) => {
      const both = texts.some((text) => matches(one, text) && matches(other, text));
      expect(patternsOverlap(one, other)).toBe(both);
    }),
    { numRuns: 2000, seed: 11 },
  );
});

test("overlap does not depend on which pattern comes first", () => {
  fc.assert(
    fc.property(pattern, pattern, (one, other) => {
      expect(patternsOverlap(one, other)).toBe(patternsOverlap(other, one));
    }),
    { seed: 11 },
  );
});

test("long patterns full of wildcards are compared quickly", () => {
  const wild = "*a?".repeat(42);
  expect(patternsOverlap(wild, "?b*".repeat(42))).toBe(true);
  expect(patternsOverlap(`${wild}x`, `${wild}y`)).toBe(false);
});
