/**
 * What was asked cannot be answered: the input is none, a word names nothing, or what counts is not known. The assertion
 * fails then, with `not` and without.
 */
export class CannotJudge extends Error {
  override readonly name = "CannotJudge";
}
