/** What a person reads when assertions fail. */
export function messageOf(assertions: () => unknown): string {
  try {
    assertions();
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error("nothing failed");
}
