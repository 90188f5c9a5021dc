import type { RequestSpace } from "../../lint";
import { isUnknown } from "../../topology";
import type { Answer } from "./answer";
import type { Cell } from "./cell";
import { isOneShape } from "./merge";
import type { RouteRule } from "./route-rule";
import type { Side } from "./side";
import { together } from "./together";

/**
 * Cells of a listener that is there on one side only, told together.
 *
 * @param isMember whether rules with an answer are meant; all cells have such a rule
 * @returns undefined where they are no one shape
 */
export function wholeListener(
  cells: readonly Cell[],
  listening: "before" | "after",
  side: Side,
  space: RequestSpace,
  isMember: (answer: Answer) => boolean,
): Cell | undefined {
  const [first, ...others] = cells;
  if (first === undefined || others.length === 0 || !side.isExact) return undefined;
  const members = cells.map((cell) => cell[listening]);
  const last = side.lastOf(members);
  const isStranger = ({ answer }: RouteRule) => isUnknown(answer) || !isMember(answer.answer);
  const strangers = side.surelyBefore(last).filter(isStranger);
  if (!isOneShape(members, strangers, side, [], space)) return undefined;
  const any = last.isDefault ? [[]] : members.map(({ possible }) => possible);
  const shape = { any, except: strangers.map(({ possible }) => possible) };
  return { ...first, shape, isMerged: true, together: { [listening]: together(members) } };
}
