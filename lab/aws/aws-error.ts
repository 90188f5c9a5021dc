/**
 * AWS cannot be asked, or does not have what is looked for. The message is one line: what, where it looked,
 * what to do. It never repeats what AWS said, which may hold parts of credentials.
 */
export class AwsError extends Error {
  override readonly name = "AwsError";
}
