import { excludeEachOther, type RequestSpace } from "../../lint";
import { isUnknown } from "../../topology";
import type { Cell } from "./cell";
import { exampleIn, type Scheme } from "./example";
import { isOneShape } from "./merge";
import { kindOf, type RegionKind } from "./region";
import { type RouteRule, testsOf } from "./route-rule";
import type { Shape } from "./shape";
import type { Side } from "./side";
import { together } from "./together";

interface Sides {
  readonly before: Side;
  readonly after: Side;
}

/**
 * What becomes of the requests of one rule, a cell for each kind of difference: where all rules have to do with all
 * others, nobody reads a cell for each two.
 *
 * @returns undefined where some of them are no one shape
 */
export function coarseCells(
  rule: RouteRule,
  sides: Sides,
  space: RequestSpace,
  scheme: Scheme,
): readonly Cell[] | undefined {
  const clauses = rule.certain ?? [];
  const own = testsOf(clauses);
  const isNear = (other: RouteRule) => other.mayMeet(rule) && !excludeEachOther(testsOf(other.possible), own);
  const near = sides.after.rules.filter(isNear);
  const earlier = sides.before.surelyBefore(rule).filter(isNear);
  const cells: Cell[] = [];
  for (const members of byKind(rule, near)) {
    const last = sides.after.lastOf(members);
    const strangers = near.filter(
      (other) => !members.includes(other) && sides.after.isSurelyBefore(other, last),
    );
    if (!isOneShape(members, strangers, sides.after, clauses, space)) return undefined;
    const except = [...earlier, ...strangers].map(({ possible }) => possible);
    const any = last.isDefault ? [clauses] : members.map(({ possible }) => [...clauses, ...possible]);
    const found = firstExample({ any, except }, space, scheme);
    if (found === "unsure") return undefined;
    if (found === undefined) continue;
    const cell = { before: rule, after: last, shape: { any, except }, example: found, isMerged: true };
    cells.push(members.length > 1 ? { ...cell, together: { after: together(members) } } : cell);
  }
  return cells;
}

/** Rules that answer in another way, by the kind of difference. */
function byKind({ answer }: RouteRule, others: readonly RouteRule[]): Iterable<readonly RouteRule[]> {
  const kinds = new Map<RegionKind, RouteRule[]>();
  for (const other of others) {
    if (isUnknown(answer) || isUnknown(other.answer) || answer.key === other.answer.key) continue;
    const kind = kindOf(answer.answer, other.answer.answer);
    kinds.set(kind, [...(kinds.get(kind) ?? []), other]);
  }
  return kinds.values();
}

function firstExample({ any, except }: Shape, space: RequestSpace, scheme: Scheme) {
  for (const clauses of any) {
    const found = exampleIn(space, clauses, except, scheme);
    if (found !== "none") return found;
  }
  return undefined;
}
