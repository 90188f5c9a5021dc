import { Testing } from "cdktf";
import fc from "fast-check";
import { ConfigurationError, type Problem } from "../../../constructs";
import { emptyStack } from "../../support/synthesize";
import { type Place, placesIn, withValueAt } from "./places";
import { declareSubject, type Subject, subjects } from "./subjects";

/** What is wrong with a subject when one of its values is replaced; anything else that is thrown fails the test. */
function problemsWith(subject: Subject, place: Place | undefined, value?: unknown): readonly Problem[] {
  const stack = emptyStack();
  const props = subject.props(stack);
  try {
    Testing.synth(declareSubject(subject, stack, place ? withValueAt(props, place, value) : props));
    return [];
  } catch (error) {
    if (error instanceof ConfigurationError) return error.problems;
    throw new Error(`${subject.name} at ${place?.join(".")} with ${String(typeof value)}`, { cause: error });
  }
}

/** How each message reads: one line, what must be, what was got, what to do. */
function expectReadable(problems: readonly Problem[]): void {
  for (const { id, path, message } of problems) {
    expect(path).toMatch(/^lab/);
    expect(id).toMatch(/^[a-z]+(-[a-z0-9]+)*$/);
    expect(message).toMatch(/^[^\n\r\u2028\u2029]+ (must|may) [^\n]+, got [^\n]+; [^\n]+$/s);
    expect(message).not.toMatch(/undefined|\[object|\bNaN\b.*\bNaN\b/);
  }
}

const named = subjects.map((subject) => [subject.name, subject] as const);

test.each(named)("%s takes all of its props", (_, subject) => {
  expect(problemsWith(subject, undefined)).toEqual([]);
});

const never = Symbol("never right");
test.each(named)("%s refuses a symbol and null at every prop, and says where", (_, subject) => {
  for (const place of placesIn(subject.props(emptyStack()))) {
    for (const value of [never, null]) {
      const problems = problemsWith(subject, place, value);
      if (problems.length === 0) throw new Error(`${place.join(".")} takes ${String(value)}`);
      expectReadable(problems);
    }
  }
});

const hostile = [
  "",
  " ",
  "a\nb",
  "\u0000",
  "\u2028",
  "${aws_lb.a.arn}",
  "%{ if true }",
  '"; rm -rf /',
  "$(id)",
  "`id`",
  "<img onerror=alert(1)>",
  "../admin",
  "/../admin",
  "__proto__",
  "constructor",
  "toString",
  "ünïcödé",
  "日本",
  "🙂",
  "a".repeat(5000),
];
const fixed = [
  ...hostile,
  0,
  -0,
  -1,
  1.5,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  1e300,
  1n,
  true,
  [],
  [null],
  [[]],
  {},
  () => 1,
  new Date(0),
  new Map(),
  Object.create(null),
  JSON.parse('{"__proto__": 1}'),
  { toString: 1 },
  { length: 3 },
];

/** Every value comes at every fifth place, so that each kind of prop meets each value in a bearable time. */
test.each(named)("%s never fails on a wrong value otherwise than by saying so", (_, subject) => {
  placesIn(subject.props(emptyStack())).forEach((place, at) => {
    const values = fixed.filter((_, index) => (index + at) % 5 === 0);
    for (const value of values) expectReadable(problemsWith(subject, place, value));
  });
});

const anything = fc.oneof(
  fc.anything({
    withBigInt: true,
    withDate: true,
    withMap: true,
    withNullPrototype: true,
    withSet: true,
    withSparseArray: true,
    withTypedArray: true,
  }),
  fc.string({ unit: "binary" }),
  fc.constantFrom(...fixed),
);

test.each(named)("%s never fails on any value otherwise than by saying so", (_, subject) => {
  const places = placesIn(subject.props(emptyStack()));
  fc.assert(
    fc.property(fc.constantFrom(...places), anything, (place, value) => {
      expectReadable(problemsWith(subject, place, value));
    }),
    { numRuns: 40 },
  );
});
