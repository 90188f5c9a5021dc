import { isUnknown, type Knowable } from "../topology";

/** Whether a value is known and no whole number in a range. What is unknown, or not set, is fine. */
export function isOutside(value: Knowable<number> | undefined, least: number, most: number): value is number {
  if (value === undefined || isUnknown(value)) return false;
  return !Number.isInteger(value) || value < least || value > most;
}

/** The value where it is known; `undefined` where it is not, or not set. */
export function known<T>(value: Knowable<T> | undefined): T | undefined {
  return value === undefined || isUnknown(value) ? undefined : value;
}

/** The known ones of a list; none of a list that is unknown as a whole. */
export function knownOf<T>(list: Knowable<readonly Knowable<T>[]> | undefined): readonly T[] {
  return (known(list) ?? []).flatMap((item) => (isUnknown(item) ? [] : [item]));
}

/** A text as messages show it: in quotes, on one line, and no longer than a person reads. */
export function quoted(text: string): string {
  const shown = JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}...` : text);
  return shown.replace(/[\x7f-\x9f\u2028\u2029]/g, "?");
}

/** `a`, `a and b`, `a, b and c`. */
export function enumerate(items: readonly string[], last = "and"): string {
  if (items.length < 2) return items.join("");
  return `${items.slice(0, -1).join(", ")} ${last} ${items.at(-1)}`;
}
