import { everything, isPlural, type RequestSpace, remainder, type Test, withinAll } from "../../lint";
import { type Clause, clauseOfValues, clausesByValue } from "./clause";
import { testsOf } from "./route-rule";
import type { Shape } from "./shape";

type Clauses = readonly Clause[];

/** Exceptions that are compared with each other; more than that are long whatever is left out. */
const MOST_COMPARED = 60;

/** The same requests in fewer words. */
export function simplify(space: RequestSpace, { any, except }: Shape): Shape {
  const [clauses = [], ...others] = any;
  if (others.length > 0) return { any, except };
  const needed = withoutImplied(space, clauses);
  const taken = neededExceptions(space, needed, except);
  if (taken.length > MOST_COMPARED) return { any: [needed], except: taken };
  const fewer = needed.map((clause) => withoutTakenValues(space, clause, needed, taken));
  return { any: [fewer], except: neededExceptions(space, fewer, taken) };
}

/** Whether each request that meets the first test meets the other one. */
function implies(space: RequestSpace, one: Test, other: Test): boolean {
  if (one.dimension !== other.dimension) return false;
  return (
    one.language === other.language || space.find(one.dimension, [one.language], [other.language]) === "none"
  );
}

/** Whether every request meets it. */
function isEverything(space: RequestSpace, { dimension, language }: Test): boolean {
  return !isPlural(dimension) && space.find(dimension, [], [language]) === "none";
}

/** Clauses without those that say nothing beside the others. */
function withoutImplied(space: RequestSpace, clauses: Clauses): Clauses {
  return clauses.reduce<Clauses>((kept, clause) => {
    const others = kept.filter((other) => other !== clause);
    const isImplied =
      isEverything(space, clause.test) || others.some(({ test }) => implies(space, test, clause.test));
    return isImplied ? others : kept;
  }, clauses);
}

/** Exceptions that take something, without what the clauses say already, and without those that another one covers. */
function neededExceptions(
  space: RequestSpace,
  clauses: Clauses,
  except: readonly Clauses[],
): readonly Clauses[] {
  const box = withinAll(space, everything, testsOf(clauses));
  if (box === undefined) return [];
  const taking = except
    .filter((taken) => withinAll(space, box, testsOf(taken)) !== undefined)
    .map((taken) => taken.filter(({ test }) => !clauses.some((clause) => implies(space, clause.test, test))));
  if (taking.length > MOST_COMPARED) return taking;
  return taking.reduce<readonly Clauses[]>((kept, one) => {
    const others = kept.filter((other) => other !== one);
    return others.some((other) => isWithin(space, one, other)) ? others : kept;
  }, taking);
}

function isWithin(space: RequestSpace, one: Clauses, other: Clauses): boolean {
  return other.every(({ test }) => one.some((clause) => implies(space, clause.test, test)));
}

/** A clause without the values whose requests are all taken by exceptions. */
function withoutTakenValues(
  space: RequestSpace,
  clause: Clause,
  clauses: Clauses,
  except: readonly Clauses[],
): Clause {
  if (clause.compiled.values.length < 2) return clause;
  const others = clauses.filter((other) => other !== clause);
  const left = clausesByValue(space, clause).filter((value) => {
    const box = withinAll(space, everything, testsOf([...others, value]));
    if (box === undefined) return false;
    for (const _piece of remainder(space, box, except.map(testsOf))) return true;
    return false;
  });
  if (left.length === clause.compiled.values.length || left.length === 0) return clause;
  return clauseOfValues(space, clause, left) ?? clause;
}
