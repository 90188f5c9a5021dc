/** A resource as Terraform JSON says it, to be changed in place. */
// biome-ignore lint/suspicious/noExplicitAny: faults write what no type would allow
export type Body = any;

/** Everything of a stack by type and name. */
export type Resources = Record<string, Record<string, Body>>;

/** One mistake that somebody could make. */
export interface Fault {
  /** What kind of mistake it is, such as `value` or `way`. */
  readonly kind: string;
  /** What is done, in a few words. */
  readonly title: string;
  /** Type of the resource that is changed. */
  readonly type: string;
  /** Changes the resource; false: there is nothing here to be wrong about. */
  plant(body: Body, all: Resources, name: string): boolean;
}

/** Sets an argument to a value that is not allowed; a path names arguments of nested blocks, `[]` the first of a list. */
export function wrongValue(type: string, path: string, ...values: readonly unknown[]): readonly Fault[] {
  return values.map((value) => ({
    kind: "value",
    title: `${path} = ${JSON.stringify(value)?.slice(0, 40) ?? "(removed)"}`,
    type,
    plant: (body) => setAt(body, path.split("."), value),
  }));
}

/** Undefined takes the argument away. False: there is no such block, or it says so already. */
function setAt(body: Body, path: readonly string[], value: unknown): boolean {
  const [step = "", ...rest] = path;
  const isList = step.endsWith("[]");
  const key = isList ? step.slice(0, -2) : step;
  if (rest.length === 0) return isList ? setAt(body[key], ["0"], value) : setArgument(body, key, value);
  const next = isList || Array.isArray(body[key]) ? body[key]?.[0] : body[key];
  return typeof next === "object" && next !== null && setAt(next, rest, value);
}

function setArgument(body: Body, key: string, value: unknown): boolean {
  if (JSON.stringify(body[key]) === JSON.stringify(value)) return false;
  if (value === undefined) delete body[key];
  else body[key] = value;
  return true;
}

/** A mistake that is more than one value. `false` from it: there is nothing here to be wrong about. */
export function mistake(
  kind: string,
  type: string,
  title: string,
  plant: (body: Body, all: Resources, name: string) => unknown,
): Fault {
  return { kind, type, title, plant: (body, all, name) => plant(body, all, name) !== false };
}
