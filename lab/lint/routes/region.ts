import type { CompiledCondition, CompiledRule, CompiledValue } from "../../alb";
import type { Test } from "./box";
import { dimensionOf } from "./dimensions";
import type { RequestSpace } from "./request-space";

/** The requests that a rule matches, where parts of it may not be known. */
export interface Region {
  /** A request that passes all of them is matched for certain; undefined: none is. */
  readonly certain: readonly Test[] | undefined;
  /** A request that does not pass all of them is not matched for certain. */
  readonly possible: readonly Test[];
}

export function regionOf(space: RequestSpace, { tests }: Pick<CompiledRule, "tests">): Region {
  const certain = tests.map((condition) => testOf(space, condition));
  const possible = certain.filter((_, index) => tests[index]?.doubts.length === 0);
  const isTest = (test: Test | undefined): test is Test => test !== undefined;
  return { certain: certain.every(isTest) ? certain : undefined, possible: possible.filter(isTest) };
}

/** That one of the known values matches; undefined: nobody can tell when. */
export function testOf(
  space: RequestSpace,
  condition: CompiledCondition,
  values: readonly CompiledValue[] = condition.values,
): Test | undefined {
  const dimension = dimensionOf(condition);
  const language = space.language(condition, values);
  return dimension === undefined || language === undefined ? undefined : { dimension, language };
}
