import { QuestionError } from "../alb";
import { TopologyInputError } from "../topology";
import { CannotJudge } from "./cannot-judge";

/** Whether an assertion holds, and what a person reads where the opposite was wanted. */
export interface Judgement {
  readonly holds: boolean;
  /** What it is about, such as `target group api`. */
  readonly subject: string;
  /** What was wanted of it, such as `have 2 targets`. */
  readonly wanted: string;
  /** What is there instead, with the near miss; a line or a few. */
  readonly seen: string;
}

/** What Jest wants of a matcher. */
export interface MatcherResult {
  readonly pass: boolean;
  readonly message: () => string;
}

/** What Jest tells a matcher. */
export interface MatcherContext {
  readonly isNot?: boolean;
}

/** Judges for Jest: what cannot be judged fails whatever was wanted. */
export function resultOf(judge: () => Judgement, { isNot = false }: MatcherContext): MatcherResult {
  try {
    const { holds, subject, wanted, seen } = judge();
    return { pass: holds, message: () => `expected ${subject} ${isNot ? "not " : ""}to ${wanted}\n${seen}` };
  } catch (error) {
    if (!isExpected(error)) throw error;
    const message = forTests(error.message);
    return { pass: isNot, message: () => message };
  }
}

/** A matcher of Jest that is made from what it judges by. */
export function matcherOf<Arguments extends readonly unknown[]>(
  judge: (received: unknown, ...given: Arguments) => Judgement,
) {
  return function match(this: MatcherContext, received: unknown, ...given: Arguments): MatcherResult {
    return resultOf(() => judge(received, ...given), this);
  };
}

function isExpected(error: unknown): error is Error {
  return (
    error instanceof CannotJudge || error instanceof TopologyInputError || error instanceof QuestionError
  );
}

/** Rooms that the command line shares name its options. */
function forTests(message: string): string {
  return message
    .replace(/such as --stack (\S+?),/, 'such as { stack: "$1" },')
    .replace(/^<url>: /, "toRoute: ")
    .replace("leave --stack out", "leave the option out");
}
