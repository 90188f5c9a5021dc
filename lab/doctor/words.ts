import { isUnknown, type Knowable } from "../topology";

/** The value where it is known; `undefined` where it is not, or not set. */
export function known<T>(value: Knowable<T> | undefined): T | undefined {
  return value === undefined || isUnknown(value) ? undefined : value;
}

/** `a`, `a and b`, `a, b and 3 more`. */
export function listed(names: readonly string[], last = "and", most = 4): string {
  const all = [...new Set(names)];
  const shown = all.length > most ? [...all.slice(0, most - 1), `${all.length - most + 1} more`] : all;
  return shown.length < 2 ? shown.join("") : `${shown.slice(0, -1).join(", ")} ${last} ${shown.at(-1)}`;
}

/** Where to change an element: the construct that declares it, and its Terraform address. */
export function placeOf({ address, path }: { readonly address: string; readonly path?: string }): string {
  return path === undefined ? address : `${path} (${address})`;
}

/** Name of an element where it is known, else its address. */
export function nameOf(element: { readonly address: string; readonly name?: Knowable<string> }): string {
  return known(element.name) || element.address;
}

/** `5 s`, `2 min`: about how long something takes. */
export function duration(ms: number): string {
  const seconds = Math.max(1, Math.round(ms / 1000));
  return seconds < 120 ? `${seconds} s` : `${Math.round(seconds / 60)} min`;
}
