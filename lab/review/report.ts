import { compareTexts } from "./compare-texts";
import { compareLevels, type Level } from "./level";
import type { Review } from "./review";
import type { Verdict } from "./verdict";

/** One stack that was compared. */
export interface ReviewedStack {
  readonly name: string;
  readonly review: Review;
}

/** One stack of which nobody can say anything. */
export interface FailedStack {
  readonly name: string;
  /** One line. */
  readonly failure: string;
}

export type Stack = ReviewedStack | FailedStack;

/** What a change does to several stacks. */
export interface Report {
  /**
   * The worst of all. Where a stack failed, that is the reason, whatever the others are, and nobody can say how bad all of
   * it is: the level is null.
   */
  readonly verdict: Omit<Verdict, "level"> & { readonly level: Level | null };
  /** Every stack: those that failed first, then the worst, then by name. */
  readonly stacks: readonly Stack[];
}

export function hasFailed(stack: Stack): stack is FailedStack {
  return "failure" in stack;
}

export function reportOn(given: readonly Stack[]): Report {
  const stacks = [...given].sort(inOrder);
  const [worst] = stacks.filter((stack) => !hasFailed(stack)) as readonly ReviewedStack[];
  const [failed] = stacks.filter(hasFailed);
  if (failed !== undefined) {
    const reason = stacks.length > 1 ? `${failed.name}: ${failed.failure}` : failed.failure;
    return { verdict: { level: null, reason }, stacks };
  }
  const { level, reason } = worst?.review.verdict ?? { level: null, reason: "nothing was compared" };
  return {
    verdict: { level, reason: stacks.length > 1 && level !== "safe" ? `${worst?.name}: ${reason}` : reason },
    stacks,
  };
}

function inOrder(one: Stack, other: Stack): number {
  if (hasFailed(one) || hasFailed(other))
    return Number(hasFailed(other)) - Number(hasFailed(one)) || compareTexts(one.name, other.name);
  return (
    compareLevels(other.review.verdict.level, one.review.verdict.level) || compareTexts(one.name, other.name)
  );
}
