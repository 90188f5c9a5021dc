/**
 * A user data document that cannot be made or read.
 *
 * The message is one line: what must be, what was got, what to do.
 */
export class UserDataError extends Error {
  override readonly name = "UserDataError";
}
