import { type Block, isUnknown, type Knowable, type Link } from "../topology";

/** The text of an argument; `undefined`: not set. */
export function textOf(block: Block, ...path: readonly (string | number)[]): Knowable<string> | undefined {
  const value = block.value(...path);
  if (value === undefined || value === null || value === "") return undefined;
  if (isUnknown(value) || typeof value === "string") return value;
  return typeof value === "number" || typeof value === "boolean"
    ? String(value)
    : { unknown: `${path.join(".")} is no text` };
}

/** A number, also where it is written as text; `undefined`: not set. */
export function numberOf(block: Block, ...path: readonly (string | number)[]): Knowable<number> | undefined {
  const text = textOf(block, ...path);
  if (text === undefined || isUnknown(text)) return text;
  return /^-?\d{1,10}$/.test(text) ? Number(text) : { unknown: `${path.join(".")} is no number` };
}

/** A flag, also where it is written as text; `undefined`: not set. */
export function flagOf(block: Block, ...path: readonly (string | number)[]): Knowable<boolean> | undefined {
  const text = textOf(block, ...path);
  if (text === undefined || isUnknown(text)) return text;
  return text === "true" || (text !== "false" && { unknown: `${path.join(".")} is neither true nor false` });
}

/** An address, or the id of something that is declared elsewhere; `undefined`: nobody can say. */
export function keyOf(link: Link | undefined): string | undefined {
  if (link === undefined || isUnknown(link)) return undefined;
  return "address" in link ? link.address : link.external;
}

/** The links of a list, one unknown link where the whole list is. */
export function linksOf(links: Knowable<readonly Link[]>): readonly Link[] {
  return isUnknown(links) ? [links] : links;
}

/** Whether two links lead to the same; `undefined`: nobody can say. */
export function isSame(one: Link | undefined, other: Link | undefined): boolean | undefined {
  const [first, second] = [keyOf(one), keyOf(other)];
  if (first === undefined || second === undefined) return undefined;
  if (first === second) return true;
  // what is given by its id may be what is declared here
  return one && other && "address" in one === "address" in other ? false : undefined;
}
