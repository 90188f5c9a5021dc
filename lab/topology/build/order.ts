/**
 * Terraform and AWS keep these lists as sets, and print them in an order of their own. One order for all makes the
 * same thing read from a stack, a plan and a state equal.
 */
export function inOneOrder<T>(items: readonly T[]): readonly T[] {
  return items
    .map((item) => ({ item, key: JSON.stringify(item) }))
    .sort((one, other) => compareTexts(one.key, other.key))
    .map(({ item }) => item);
}

/** By code units: the same on every machine, whatever its language. */
function compareTexts(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
