import { everything, excludeEachOther, type RequestSpace, withinAll } from "../../lint";
import { isUnknown } from "../../topology";
import type { Cell } from "./cell";
import { type RouteRule, testsOf } from "./route-rule";
import type { Side } from "./side";

type SideName = "before" | "after";
type Sides = { readonly [name in SideName]: Side };

/**
 * Tells cells together that one rule decides on one side and several of the same answer on the other, where that is one
 * shape: the last of those has to take whatever the others leave.
 */
export function mergeCells(cells: readonly Cell[], sides: Sides, space: RequestSpace): readonly Cell[] {
  if (!sides.before.isExact || !sides.after.isExact) return cells;
  return mergeBy("after", mergeBy("before", cells, sides, space), sides, space);
}

/** @param fixed the side that one rule decides on */
function mergeBy(
  fixed: SideName,
  cells: readonly Cell[],
  sides: Sides,
  space: RequestSpace,
): readonly Cell[] {
  const groups = new Map<RouteRule, Map<string, Cell[]>>();
  const other = fixed === "before" ? "after" : "before";
  for (const cell of cells) {
    const { answer } = cell[other];
    if (isUnknown(answer)) continue;
    const byAnswer = groups.get(cell[fixed]) ?? new Map<string, Cell[]>();
    groups.set(cell[fixed], byAnswer);
    byAnswer.set(answer.key, [...(byAnswer.get(answer.key) ?? []), cell]);
  }
  return [...groups.values()].flatMap((byAnswer) =>
    [...byAnswer.values()].flatMap((group) => merged(fixed, group, sides, space) ?? group),
  );
}

function merged(
  fixed: SideName,
  group: readonly Cell[],
  sides: Sides,
  space: RequestSpace,
): Cell | undefined {
  const other = fixed === "before" ? "after" : "before";
  const there = sides[other];
  const inOrder = [...group].sort((one, two) => there.placeOf(one[other]) - there.placeOf(two[other]));
  const [first, last] = [inOrder[0], inOrder.at(-1)];
  if (first === undefined || last === undefined || first === last) return undefined;
  // what was told together already is larger than the rules of its cell
  if (group.some(({ isMerged }) => isMerged === true)) return undefined;
  const rule = first[fixed];
  const clauses = rule.certain ?? [];
  const own = testsOf(clauses);
  const takesTheRest = testsOf(last[other].certain ?? []).every(({ language }) =>
    own.some((test) => test.language === language),
  );
  const strangers = strangersTo(last[other], there, own);
  const members = inOrder.map((cell) => cell[other]);
  if (!takesTheRest || !isOneShape(members, strangers, there, clauses, space)) return undefined;
  const except = [...sides[fixed].surelyBefore(rule), ...strangers].map(({ possible }) => possible);
  const shape = { any: [clauses], except: except.filter((taken) => !excludeEachOther(testsOf(taken), own)) };
  return { ...last, shape, isMerged: true };
}

/** Rules before one that answer in another way. */
function strangersTo(last: RouteRule, side: Side, own: ReturnType<typeof testsOf>): readonly RouteRule[] {
  const isAlike = ({ answer: one }: RouteRule) =>
    !isUnknown(one) && !isUnknown(last.answer) && one.key === last.answer.key;
  return side
    .surelyBefore(last)
    .filter((rule) => !isAlike(rule) && !excludeEachOther(testsOf(rule.possible), own));
}

/** Whether no stranger has a request, among those of some clauses, that a member before it takes. */
export function isOneShape(
  members: readonly RouteRule[],
  strangers: readonly RouteRule[],
  side: Side,
  clauses: RouteRule["possible"],
  space: RequestSpace,
): boolean {
  return strangers.every((stranger) =>
    members.every((member) => {
      if (side.placeOf(stranger) < side.placeOf(member)) return true;
      if (!member.mayMeet(stranger)) return true;
      const [some, others] = [testsOf(member.possible), testsOf(stranger.possible)];
      if (excludeEachOther(some, others)) return true;
      return withinAll(space, everything, [...testsOf(clauses), ...some, ...others]) === undefined;
    }),
  );
}
