/** The lab cannot run on this machine as asked; the message is one line: what must be, what was got, what to do. */
export class LabError extends Error {
  override readonly name = "LabError";
}
