import { Construct } from "constructs";

/** Where a value stands in an object of props: keys and indices. */
export type Place = readonly (string | number)[];

/** Every place in plain objects and lists, outer ones first; constructs are values. */
export function placesIn(value: unknown, at: Place = []): Place[] {
  const isInner = typeof value === "object" && value !== null && !Construct.isConstruct(value);
  const inner = isInner ? Object.entries(value) : [];
  const keys = Array.isArray(value) ? inner.map(([key]) => Number(key)) : inner.map(([key]) => key);
  return [
    at,
    ...keys.flatMap((key) => placesIn((value as Record<string | number, unknown>)[key], [...at, key])),
  ];
}

/** The same object with another value at one place. */
export function withValueAt(value: unknown, [key, ...rest]: Place, replacement: unknown): unknown {
  if (key === undefined) return replacement;
  const inner = withValueAt((value as Record<string | number, unknown>)[key], rest, replacement);
  if (Array.isArray(value)) return value.map((item, index) => (index === key ? inner : item));
  return { ...(value as object), [key]: inner };
}

/** The value at a place. */
export function valueAtPlace(value: unknown, place: Place): unknown {
  return place.reduce((inner, key) => (inner as Record<string | number, unknown>)[key], value);
}
