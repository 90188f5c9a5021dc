import type { RequestSpace } from "../../lint";
import type { Cell } from "./cell";
import { coarseCells } from "./coarse-cells";
import type { Scheme } from "./example";
import type { PairJudge } from "./pair-judge";
import type { RouteRule } from "./route-rule";
import type { Side } from "./side";
import { unchangedRules } from "./unchanged-rules";

/** Beyond one for each rule: an edit of many rules has no more, unless each has to do with each. */
const MOST_BESIDE_RULES = 100;

interface Sides {
  readonly before: Side;
  readonly after: Side;
}

/** Requests that are answered differently, for each two rules that decide them, or coarser where those are too many. */
export function differingCells(
  { before, after }: Sides,
  judge: PairJudge,
  space: RequestSpace,
  scheme: Scheme,
): readonly Cell[] {
  const unchanged = unchangedRules(before, after);
  const changed = after.rules.filter((rule) => !unchanged.has(rule));
  const cellsOf = (rule: RouteRule): readonly Cell[] =>
    (unchanged.has(rule) ? changed : after.rules).flatMap((other) => judge.judge(rule, other) ?? []);
  const most = before.rules.length + after.rules.length + MOST_BESIDE_RULES;
  const cells: Cell[] = [];
  for (const rule of before.rules) {
    cells.push(...cellsOf(rule));
    if (cells.length > most && before.isExact && after.isExact) break;
  }
  if (cells.length <= most) return cells;
  return before.rules.flatMap((rule) => coarseCells(rule, { before, after }, space, scheme) ?? cellsOf(rule));
}
