import { isUnknown, type Unknown } from "./known";

/** The same shape with every unknown left out of its type. */
export type Settled<T> = T extends Unknown
  ? never
  : T extends string | number | boolean | undefined | null
    ? T
    : { readonly [Key in keyof T]: Settled<T[Key]> };

/** Either everything in it is known, or where it is not, such as `actions[0].groups: known after apply`. */
export type Settlement<T> =
  | { readonly settled: Settled<T> }
  | { readonly unknowns: readonly { readonly at: string; readonly reason: string }[] };

/** Whether a part of a topology can be acted on: all of it must be known, however deep. */
export function settle<T>(part: T): Settlement<T> {
  const unknowns = [...findUnknowns(part, "")];
  return unknowns.length === 0 ? { settled: part as Settled<T> } : { unknowns };
}

function* findUnknowns(value: unknown, at: string): Generator<{ at: string; reason: string }> {
  if (isUnknown(value)) yield { at, reason: value.unknown };
  else if (Array.isArray(value))
    for (const [index, item] of value.entries()) yield* findUnknowns(item, `${at}[${index}]`);
  else if (typeof value === "object" && value !== null)
    for (const [key, item] of Object.entries(value))
      yield* findUnknowns(item, at === "" ? key : `${at}.${key}`);
}
