import { type Box, type Test, withoutAll } from "./box";
import type { RequestSpace } from "./request-space";

/** Pieces that are looked at for one question; rules by many different headers may fall into more than anybody can count. */
const MOST_PIECES = 5_000;
const STEPS_FOR_A_PIECE = 50;

/**
 * What is left of a box behind rules that are tried before, piece by piece, so that who wants one does not wait for all.
 * `unsure`: there may be more, and they are too many.
 *
 * @param taken the tests of each of those rules
 */
export function* remainder(
  space: RequestSpace,
  box: Box,
  taken: readonly (readonly Test[])[],
): Generator<Box | "unsure"> {
  // what takes much at once leaves less to be split; the order changes no more than that
  const inOrder = [...taken].sort((one, other) => one.length - other.length);
  const open: Iterator<Box>[] = [[box].values()];
  for (let looked = 0; open.length > 0; looked++) {
    const { value: piece } = (open.at(-1) as Iterator<Box>).next();
    const next = inOrder[open.length - 1];
    if (piece === undefined) open.pop();
    else if (next === undefined) yield piece;
    else open.push(withoutAll(space, piece, next));
    if (looked > MOST_PIECES || !space.spend(STEPS_FOR_A_PIECE)) {
      yield "unsure";
      return;
    }
  }
}
