/** The most characters of a name or a description of a security group (N10). */
const MOST = 255;

/** What the name or a description of a security group must be and is not (N10); `undefined`: nothing is wrong. */
export function securityTextProblem(text: string): string | undefined {
  if (text.length > MOST) return `at most ${MOST} characters, got ${text.length}`;
  const [bad] = /[^A-Za-z0-9 ._\-:/()#,@[\]+=&;{}!$*]/u.exec(text) ?? [];
  return bad === undefined
    ? undefined
    : `letters, digits, spaces and ._-:/()#,@[]+=&;{}!$*, got ${JSON.stringify(bad).replace(/[\x7f-\x9f\u2028\u2029]/g, "?")} at position ${text.indexOf(bad) + 1}`;
}
