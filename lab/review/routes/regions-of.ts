import type { RequestFacts } from "../../alb";
import type { RequestSpace } from "../../lint";
import { type Answer, type Given, isRedirect } from "./answer";
import type { Cell } from "./cell";
import { textOf } from "./clause";
import { exampleOf } from "./example";
import { mergeCells } from "./merge";
import { kindOf, type Region } from "./region";
import type { RouteRule } from "./route-rule";
import { membershipOf, type Shape } from "./shape";
import type { Side } from "./side";
import { simplify } from "./simplify";
import { wholeListener } from "./whole-listener";

interface Sides {
  readonly before: Side;
  readonly after: Side;
}

/** Regions of one listener, from the cells that differ: in the order of the rules before, then of those after. */
export function regionsOf(
  cells: readonly Cell[],
  sides: Sides,
  space: RequestSpace,
  hasExample: boolean,
): readonly Region[] {
  const { before, after } = sides;
  const told = before.listener && after.listener ? cells : cells.filter(isServedSomewhere);
  const inOrder = (one: Cell, other: Cell) =>
    before.placeOf(one.before) - before.placeOf(other.before) ||
    after.placeOf(one.after) - after.placeOf(other.after);
  const make = (cell: Cell) => regionOf(cell, space, hasExample);
  if (before.listener && after.listener) return [...mergeCells(told, sides, space)].sort(inOrder).map(make);
  const listening = before.listener ? "before" : "after";
  return classes[listening].flatMap((isMember) => {
    const members = told.filter((cell) => isMember(answerOf(cell[listening])));
    const whole = wholeListener(members, listening, sides[listening], space, isMember);
    return whole === undefined ? [...members].sort(inOrder).map(make) : [make(whole)];
  });
}

/** What is told together of a listener that is only there on one side: one that comes may do nothing but redirect. */
const classes: Readonly<Record<"before" | "after", readonly ((answer: Answer) => boolean)[]>> = {
  before: [(answer) => answer.isAnswered || isRedirect(answer)],
  after: [(answer) => answer.isAnswered, isRedirect],
};

/** Who is not answered where nothing listens on the other side is no worse and no better off. */
function isServedSomewhere({ before, after }: Cell): boolean {
  return [before, after].map(answerOf).some((answer) => answer.isAnswered || isRedirect(answer));
}

function answerOf({ answer }: RouteRule): Answer {
  return (answer as Given).answer;
}

function regionOf(cell: Cell, space: RequestSpace, hasExample: boolean): Region {
  const shape = simplify(space, cell.shape);
  const { before, after } = { ...answersOf(cell), ...cell.together };
  const holds = membershipOf(shape);
  return {
    kind: kindOf(before, after),
    before,
    after,
    rules: { ...deciding("before", cell), ...deciding("after", cell) },
    ...wordsOf(shape),
    ...(hasExample && { example: exampleOf(cell.example, lookedAt(cell)) }),
    holds: (request: RequestFacts) => holds(request),
  };
}

function deciding(side: "before" | "after", cell: Cell): object {
  const { isDefault, address } = cell[side];
  return isDefault || cell.together?.[side] !== undefined ? {} : { [side]: address };
}

/** Two answers that read alike are told with what makes the difference. */
function answersOf({ before: { answer: one }, after: { answer: other } }: Cell) {
  const [before, after] = [one as Given, other as Given];
  if (before.answer.text !== after.answer.text) return { before: before.answer, after: after.answer };
  const isAlike = before.fullText === after.fullText;
  return {
    before: { ...before.answer, text: before.fullText },
    after: { ...after.answer, text: isAlike ? `${after.fullText}, another one` : after.fullText },
  };
}

function wordsOf({ any, except }: Shape): Pick<Region, "conditions" | "except"> {
  const [clauses = [], ...others] = any;
  const conditions =
    others.length === 0 ? clauses.map((clause) => textOf([clause])) : [any.map(textOf).join(" or ")];
  return { conditions: [...new Set(conditions)], except: [...new Set(except.map(textOf))] };
}

/** Clauses that an example may depend on. */
function lookedAt({ shape: { any, except } }: Cell) {
  return [...any, ...except].flat();
}
