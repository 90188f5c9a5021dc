import type { RequestSpace } from "../../lint";
import { isUnknown } from "../../topology";
import { type Answer, type Given, isRedirect } from "./answer";
import type { Cell } from "./cell";
import { isOneShape } from "./merge";
import type { RouteRule } from "./route-rule";
import type { Shape } from "./shape";
import type { Side } from "./side";

/** Cells of one class together. */
export interface WholeListener {
  readonly shape: Shape;
  /** Where an example is. */
  readonly first: Cell;
  /** What all of them get together, on the side that listens. */
  readonly answer: Answer;
}

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
): WholeListener | undefined {
  const [first, ...others] = cells;
  if (first === undefined || others.length === 0 || !side.isExact) return undefined;
  const members = cells.map((cell) => cell[listening]);
  const last = members.reduce((one, other) => (side.placeOf(other) > side.placeOf(one) ? other : one));
  const isStranger = ({ answer }: RouteRule) => isUnknown(answer) || !isMember(answer.answer);
  const strangers = side.surelyBefore(last).filter(isStranger);
  if (!isOneShape(members, strangers, side, [], space)) return undefined;
  const any = last.isDefault ? [[]] : members.map(({ possible }) => possible);
  const shape = { any, except: strangers.map(({ possible }) => possible) };
  return { shape, first, answer: together(members) };
}

function together(members: readonly RouteRule[]): Answer {
  const answers = members.map(({ answer }) => (answer as Given).answer);
  const [first, ...others] = [...new Map(answers.map((answer) => [answer.text, answer])).values()];
  if (first === undefined || others.length === 0) return first as Answer;
  const texts = [first, ...others].map(({ text }) => text);
  const shown = texts.length > 4 ? [...texts.slice(0, 3), `${texts.length - 3} more`] : texts;
  return {
    kind: answers.every(isRedirect) ? "redirect" : "several",
    isAnswered: answers.some(({ isAnswered }) => isAnswered),
    text: shown.join("; "),
  };
}
