import { isUnknown, type Knowable, listed } from "../topology";
import { CannotJudge } from "./cannot-judge";

/** The value; the assertion fails where it is not known. @throws CannotJudge */
export function knownOr<T>(value: Knowable<T>, what: string): T {
  if (!isUnknown(value)) return value as T;
  throw new CannotJudge(`${what} is not known: ${value.unknown}`);
}

/** A value as messages show it: texts in quotes, on one line, no longer than a person reads. */
export function shown(value: unknown): string {
  const text = (value instanceof RegExp ? String(value) : JSON.stringify(value)) ?? String(value);
  return text.length > 120 ? `${text.slice(0, 120)}...` : text;
}

/** The first ten of many. */
export function someOf(texts: readonly string[], before?: string): string {
  return texts.length > 10
    ? `${texts.slice(0, 10).join(", ")} and ${texts.length - 10} more`
    : listed(texts, before);
}

/** Keys of what somebody expects, of which each must be one that there is. @throws CannotJudge */
export function assertKeys(given: object, allowed: readonly string[], where: string): void {
  if (typeof given !== "object" || given === null || Array.isArray(given))
    throw new CannotJudge(`${where}: must be made of ${listed(allowed, "or")}, got ${shown(given)}`);
  for (const key of Object.keys(given))
    if (!allowed.includes(key))
      throw new CannotJudge(`${where}: must be made of ${listed(allowed, "or")}, got ${shown(key)}`);
}

/** @throws CannotJudge where somebody expects nothing at all */
export function assertSome(given: object, allowed: readonly string[], where: string): void {
  assertKeys(given, allowed, where);
  if (Object.values(given).every((value) => value === undefined))
    throw new CannotJudge(
      `${where}: must say what is expected, such as ${listed(allowed, "or")}, got nothing`,
    );
}
