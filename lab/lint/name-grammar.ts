/** What the name of a load balancer or of a target group must be and is not (N1, N2); `undefined`: nothing is wrong. */
export function nameProblem(name: string): string | undefined {
  if (name.length > 32) return "at most 32 characters";
  if (!/^[A-Za-z0-9-]*$/.test(name)) return "letters, digits and hyphens";
  if (name.startsWith("-") || name.endsWith("-")) return "no hyphen at either end";
  return undefined;
}
