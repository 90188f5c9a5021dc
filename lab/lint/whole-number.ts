import { type Block, isUnknown, type Value } from "../topology";
import type { Flaw } from "./defect";
import type { Subject } from "./subject";
import { quoted } from "./values";

/** What a number has to be. */
export interface Range {
  /** As messages name it, such as `health_check interval`. */
  readonly argument: string;
  /** Where it is in the resource. */
  readonly path: readonly string[];
  readonly least: number;
  readonly most: number;
  /** A value beside the range, such as `traffic-port`, or 0 for off. */
  readonly or?: string | number;
  readonly fix: string;
}

/** Numbers of resources that are set, known and not in their range: what is written, not what the model makes of it. */
export function* outOfRange(
  subject: Subject,
  elements: Iterable<Flaw["at"]>,
  ranges: readonly Range[],
): Generator<Flaw> {
  for (const at of elements) {
    const resource = subject.resource(at.address);
    for (const range of resource === undefined ? [] : ranges) {
      const got = resource && misfit(resource, range);
      if (got === undefined) continue;
      const { argument, least, most, or, fix } = range;
      const other = or === undefined ? "" : `${or} or `;
      yield {
        at,
        message: `${argument} must be ${other}a whole number from ${least} to ${most}, got ${got}`,
        fix,
      };
    }
  }
}

/** What is written where a number has to be, as messages show it; `undefined`: it fits, is not set or not known. */
export function misfit(
  block: Block,
  { path, least, most, or }: Pick<Range, "path" | "least" | "most" | "or">,
): string | undefined {
  const value = block.value(...path);
  if (value === undefined || value === null || value === "" || isUnknown(value)) return undefined;
  const number = numberOf(value as Value);
  if (or !== undefined && (value === or || number === or)) return undefined;
  const fits = number !== undefined && Number.isInteger(number) && least <= number && number <= most;
  return fits ? undefined : shownValue(value as Value);
}

/** What is written where a number has to be, as messages show it. */
export function shownValue(value: Value): string {
  const number = numberOf(value);
  if (number !== undefined) return String(number);
  return quoted(typeof value === "string" ? value : JSON.stringify(value));
}

/** Terraform takes numbers as text too. */
export function numberOf(value: Value | undefined): number | undefined {
  if (typeof value === "number") return value;
  const isNumeric =
    typeof value === "string" && /^\s*-?\d{1,300}(\.\d{1,300})?([eE][+-]?\d{1,3})?\s*$/.test(value);
  return isNumeric ? Number(value) : undefined;
}
