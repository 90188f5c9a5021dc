import type { Plan } from "./stable-plan";

/**
 * Where two stable plans differ first, as a path and both values; undefined where they say the same. Sets are printed in an
 * order that follows from the ids of the run, so the order of what is in a list does not count.
 */
export function firstDifference(one: string, other: string): string | undefined {
  return differenceAt("plan", inOrder(JSON.parse(one)), inOrder(JSON.parse(other)));
}

function inOrder(value: Plan): Plan {
  if (Array.isArray(value)) {
    const keyed = value.map(inOrder).map((item) => [JSON.stringify(item), item] as const);
    return keyed.sort(([first], [second]) => (first < second ? -1 : 1)).map(([, item]) => item);
  }
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).sort(([first], [second]) => (first < second ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inner]) => [key, inOrder(inner)]));
}

function differenceAt(path: string, one: Plan, other: Plan): string | undefined {
  const [before, after] = [JSON.stringify(one), JSON.stringify(other)];
  if (before === after) return undefined;
  const areBoth = [one, other].every((value) => typeof value === "object" && value !== null);
  if (areBoth)
    for (const key of new Set([...Object.keys(one), ...Object.keys(other)])) {
      const found = differenceAt(`${path}.${key}`, one[key], other[key]);
      if (found !== undefined) return found;
    }
  return `${path}: ${before?.slice(0, 200)} was stored, ${after?.slice(0, 200)} is planned`;
}
