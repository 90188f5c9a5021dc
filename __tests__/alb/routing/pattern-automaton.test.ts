import fc from "fast-check";
import { PatternAutomaton } from "../../../lab/alb/routing/pattern-automaton";
import { nextIn } from "../../../lab/alb/routing/rule-set";
import { compilePattern, matchesPattern } from "../../../lab/alb/routing/text-pattern";

const exact = { ignoreCase: false, escapes: false };

function automatonOf(sources: readonly string[]): PatternAutomaton {
  const patterns = sources.map((source, rule) => ({ pattern: compilePattern(source, exact), rule }));
  return new PatternAutomaton(patterns, sources.length);
}

function matched(automaton: PatternAutomaton, text: string): number[] | undefined {
  const set = automaton.match(text);
  if (set === undefined) return undefined;
  const positions: number[] = [];
  for (let at = nextIn(set, 0); at !== -1; at = nextIn(set, at + 1)) positions.push(at);
  return positions;
}

describe("many patterns at once", () => {
  it("match what each of them matches alone [R10, R11]", () => {
    const letter = fc.constantFrom("a", "b", "/", "é");
    const pattern = fc.string({
      unit: fc.oneof({ weight: 2, arbitrary: letter }, fc.constantFrom("*", "?")),
      maxLength: 6,
    });
    const texts = fc.array(fc.string({ unit: letter, maxLength: 10 }), { maxLength: 5 });
    fc.assert(
      fc.property(fc.array(pattern, { maxLength: 70 }), texts, (sources, asked) => {
        const automaton = automatonOf(sources);
        for (const text of asked) {
          const alone = sources.flatMap((source, rule) =>
            matchesPattern(compilePattern(source, exact), text) ? [rule] : [],
          );
          expect(matched(automaton, text)).toEqual(alone);
        }
      }),
      { numRuns: 300 },
    );
  });

  it("give up rather than grow without end, and still know what they have seen", () => {
    const automaton = automatonOf(["/known", "*a?????????????????"]);
    expect(matched(automaton, "/known")).toEqual([0]);
    let seed = 1;
    const random = () => {
      seed = (seed * 48_271) % 2_147_483_647;
      return seed % 2 === 0 ? "a" : "b";
    };
    const endless = Array.from({ length: 30_000 }, random).join("");
    expect(matched(automaton, endless)).toBeUndefined();
    expect(matched(automaton, "/known")).toEqual([0]);
  });
});
