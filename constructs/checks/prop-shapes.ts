import { nearest } from "./nearest";
import { type Kind, known, type Report, required, soundValue } from "./prop-kinds";
import { isToken, show } from "./values";

type KeysOf<T> = T extends unknown ? keyof T & string : never;

/** What each prop of a props type must be: a key more or less than the type has does not compile. */
export type Shape<T> = { readonly [K in KeysOf<T>]: Kind };

/** The props that are right; missing, wrong and unknown ones are reported. `prefix` ends in a dot, or is empty. */
export function soundProps<T>(given: object, shape: Shape<T>, prefix: string, report: Report): T {
  const kinds: Readonly<Record<string, Kind>> = shape;
  const values = given as Readonly<Record<string, unknown>>;
  const sound: Record<string, unknown> = {};
  for (const [key, kind] of Object.entries(kinds)) {
    const value = soundValue(`${prefix}${key}`, values[key], kind, report);
    if (value !== undefined) sound[key] = value;
  }
  for (const key of Object.keys(given)) {
    if (Object.hasOwn(kinds, key) || values[key] === undefined) continue;
    const near = nearest(key, Object.keys(kinds));
    const where = prefix === "" ? "props" : prefix.slice(0, -1);
    const fix = near ? `did you mean ${near}` : "remove it";
    report("prop-unknown", `${where} must hold known props only, got ${show(key)}; ${fix}`);
  }
  return sound as T;
}

/** An object; whoever it is handed on to checks what it holds. */
export const anyObject: Kind = {
  id: "object-expected",
  must: "an object",
  fix: "write its props between braces",
  known: true,
  accepts: isPlainObject,
};

/** An object with the props of a shape. */
export function objectOf<T>(shape: Shape<T>): Kind {
  return {
    ...anyObject,
    inside: (value: object, prop, report) => soundProps(value, shape, `${prop}.`, report),
  };
}

/** A list whose items are of a kind; a list that is a token passes. */
export function listOf(item: Kind): Kind {
  const items = required(item);
  return {
    id: "list-expected",
    must: "a list",
    fix: "write its items between brackets",
    accepts: Array.isArray,
    inside: (list: readonly unknown[], prop, report) => {
      if (isToken(list)) return list;
      const sound = Array.from(list, (value, index) => soundValue(`${prop}[${index}]`, value, items, report));
      return sound.filter((value) => value !== undefined);
    },
  };
}

/** What must exist first: constructs that Terraform can depend on. */
export const DEPENDABLES: Kind = known(
  listOf({
    id: "dependable-expected",
    must: "a resource",
    fix: "give the construct itself",
    accepts: (value) => typeof Object(value).fqn === "string",
  }),
);

/** A map from names to values of a kind; a map that is a token passes. */
export function mapOf(value: Kind): Kind {
  const values = required(value);
  return {
    id: "map-expected",
    must: "an object of names and texts",
    fix: 'write it as { name: "text" }',
    accepts: isPlainObject,
    inside: (map: object, prop, report) => {
      if (isToken(map)) return map;
      const sound = Object.entries(map).map(([key, entry]) => [
        key,
        soundValue(`${prop}[${show(key)}]`, entry, values, report),
      ]);
      return Object.fromEntries(sound.filter(([, entry]) => entry !== undefined));
    },
  };
}

/** True for an object that is neither a list nor a token that stands for a single value. */
export function isPlainObject(value: unknown): value is object {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  return typeof (value as { resolve?: unknown }).resolve !== "function";
}
