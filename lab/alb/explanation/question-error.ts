/** Nobody can answer what was asked; the message is one line: what must be, what was got. */
export class QuestionError extends Error {
  override readonly name = "QuestionError";
}
