import fc from "fast-check";
import { compileListener } from "../../../lab/alb";
import { buildLanguage } from "../../../lab/lint/routes/build-language";
import { accepts } from "../../../lab/lint/routes/language";
import { trieLanguage } from "../../../lab/lint/routes/trie";
import { wordsOf } from "../../../lab/lint/routes/words";

/** A condition as the matcher compiles it. */
function compiled(values: readonly string[]) {
  const { rules } = compileListener({ address: "l", defaultActions: [] }, [
    {
      address: "r",
      type: "aws_lb_listener_rule",
      listener: { address: "l" },
      priority: 1,
      conditions: [{ kind: "path-pattern", values }],
      actions: [],
    },
  ]);
  const [condition] = rules[0]?.conditions ?? [];
  if (condition === undefined) throw new Error("a rule must have a condition");
  return condition;
}

const text = fc.string({ unit: fc.constantFrom("/", "a", "b"), maxLength: 5 });
const pattern = fc.tuple(text, fc.constantFrom("", "*")).map(([start, end]) => `/${start}${end}`);

it("beginnings are the same language as their automaton", () => {
  fc.assert(
    fc.property(fc.array(pattern, { minLength: 1, maxLength: 4 }), fc.array(text), (values, texts) => {
      const { part, values: compiledValues } = compiled(values);
      const trie = trieLanguage(part, compiledValues);
      const words = compiledValues.map((value) => wordsOf(value, part)).filter((word) => word !== undefined);
      const automaton = buildLanguage(words);
      for (const asked of [...texts, ...texts.map((rest) => `/${rest}`), ...values]) {
        const [one, other] = [trie, automaton].map((made) => made && accepts({ ...made, id: 0 }, asked));
        expect({ values, asked, is: one }).toEqual({ values, asked, is: other });
      }
    }),
    { numRuns: 500 },
  );
});

it.each([["/a*b"], ["/?"], ["*.jpg"], ["*a*"]])("%s is left to the automaton", (value) => {
  const { part, values } = compiled([value]);
  expect(trieLanguage(part, values)).toBeUndefined();
});
