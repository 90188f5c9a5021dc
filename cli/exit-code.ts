/** What a command tells its caller: all is well, it found something, it could not run. */
export const exitCodes = { ok: 0, found: 1, cannotRun: 2 } as const;
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** The command cannot run; the message is one line: what, where it looked, what to do. */
export class CannotRun extends Error {
  override readonly name = "CannotRun";
}
