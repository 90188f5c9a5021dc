import fc from "fast-check";
import { decide, explain, type RequestFacts } from "../../../lab/alb";
import type { Condition, ListenerRule } from "../../../lab/topology";
import { compile, header, headers, host, method, path, query, request, rule, source } from "./samples";

// Few letters, so that patterns and requests meet often.
const text = fc.string({ unit: fc.constantFrom("a", "b", "/", "."), maxLength: 4 });
const pattern = fc.string({
  unit: fc.constantFrom("a", "b", "/", ".", "*", "?"),
  minLength: 1,
  maxLength: 4,
});
const unknown = fc.constant({ unknown: "known after apply" });
const block = fc.constantFrom("10.0.0.0/8", "10.1.0.0/16", "::/0", "nonsense");

const condition: fc.Arbitrary<Condition> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .array(
        pattern.map((value) => `/${value}`),
        { maxLength: 3 },
      )
      .map((v) => path(...v)),
  },
  { weight: 4, arbitrary: fc.array(pattern, { maxLength: 2 }).map((values) => host(...values)) },
  fc.constantFrom(method("GET"), method("POST", "GET")),
  fc.array(block, { maxLength: 2 }).map((values) => source(...values)),
  fc.array(pattern, { maxLength: 2 }).map((values) => header("X", ...values)),
  fc.tuple(text, pattern).map(([key, value]) => query(`${key}=${value}`)),
  unknown,
  fc.tuple(pattern, unknown).map((values): Condition => ({ kind: "host-header", values })),
  fc.constant<Condition>({ kind: "other", name: "new" }),
);

const priority = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 1, max: 12 }) },
  fc.constant(undefined),
  unknown,
);

const rules: fc.Arbitrary<readonly ListenerRule[]> = fc
  .array(
    fc.tuple(priority, fc.oneof({ weight: 9, arbitrary: fc.array(condition, { maxLength: 3 }) }, unknown)),
  )
  .map((all) => all.map(([place, conditions], index) => rule(index, place, conditions)));

const requests: fc.Arbitrary<RequestFacts> = fc
  .record({
    method: fc.constantFrom("GET", "POST"),
    host: text,
    path: text.map((value) => `/${value}`),
    query: fc.tuple(text, text).map(([key, value]) => `${key}=${value}`),
    sourceIp: fc.constantFrom("10.0.0.1", "10.1.0.1", "::1", "::ffff:10.1.0.1"),
    value: text,
  })
  .map(({ value, ...facts }) => request({ ...facts, ...headers({ x: [value] }) }));

describe("for any rules and any request", () => {
  const decided = (listed: readonly ListenerRule[], asked: RequestFacts) => {
    const { rule: answering, unsure } = decide(compile(listed), asked);
    return [answering.address, unsure.map(({ address }) => address)];
  };

  it("the decision is what trying every rule in order gives", () => {
    fc.assert(
      fc.property(rules, requests, (listed, asked) => {
        const {
          rule: answering,
          unsure,
          rules: all,
        } = explain(compile(listed), asked, { includeLater: true });
        expect(decided(listed, asked)).toEqual([answering.address, unsure.map(({ address }) => address)]);
        const tried = all.filter(({ isTried }) => isTried);
        const first = all.find(({ verdict }) => verdict === "yes");
        expect(answering.address).toBe(first?.rule.address ?? "web");
        expect(tried.filter(({ verdict }) => verdict === "yes")).toHaveLength(first === undefined ? 0 : 1);
        const doubted = all.filter(
          ({ verdict, isTried, rule: { priority: place } }) =>
            (isTried && verdict === "unknown") ||
            (!isTried && verdict !== "no" && (place === "unknown" || place === answering.priority)),
        );
        expect(unsure).toEqual(doubted.map((explained) => explained.rule));
      }),
      { numRuns: 1500 },
    );
  });

  it("the verdict of a rule is that of its conditions [R6]", () => {
    fc.assert(
      fc.property(rules, requests, (listed, asked) => {
        for (const { verdict, conditions } of explain(compile(listed), asked, { includeLater: true }).rules) {
          const verdicts = conditions.map((explained) => explained.verdict);
          if (verdicts.includes("no")) expect(verdict).toBe("no");
          else expect(verdict).toBe(verdicts.includes("unknown") ? "unknown" : "yes");
        }
      }),
    );
  });

  it("the order in which rules are listed changes nothing [R4, M26]", () => {
    const shuffled = rules.chain((listed) =>
      fc.tuple(fc.constant(listed), fc.shuffledSubarray([...listed], { minLength: listed.length })),
    );
    fc.assert(
      fc.property(shuffled, requests, ([listed, other], asked) => {
        expect(decided(other, asked)).toEqual(decided(listed, asked));
      }),
    );
  });

  it("a rule that cannot match changes nothing, wherever it stands", () => {
    const impossible = fc.constantFrom(
      path("/zzz"),
      host("zzz"),
      source("no block"),
      header("Absent", "*"),
      host(),
    );
    fc.assert(
      fc.property(
        rules,
        requests,
        impossible,
        priority,
        condition,
        (listed, asked, never, place, another) => {
          const more = [...listed, rule("impossible", place, [another, never])];
          expect(decided(more, asked)).toEqual(decided(listed, asked));
        },
      ),
    );
  });

  it("a rule behind the one that answers changes nothing [R4]", () => {
    fc.assert(
      fc.property(rules, requests, fc.array(condition), (listed, asked, conditions) => {
        const { rule: answering, unsure } = decide(compile(listed), asked);
        fc.pre(typeof answering.priority === "number");
        const more = [...listed, rule("late", 50_000, conditions)];
        expect(decided(more, asked)).toEqual([answering.address, unsure.map(({ address }) => address)]);
      }),
    );
  });
});
