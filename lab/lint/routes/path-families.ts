import { CharSet } from "refa";
import type { CompiledRule } from "../../alb";
import type { Test } from "./box";
import { LAST_CODE } from "./language";
import type { RequestSpace } from "./request-space";
import { literal, repeated, sequence } from "./words";

/** The known values of the path conditions of a rule. */
export function pathsOf({ conditions }: CompiledRule): readonly string[] {
  return conditions.flatMap(({ part, values }) =>
    part === "path" ? values.map(({ source }) => source) : [],
  );
}

/** What stands before the only star of a pattern that ends inside a segment: `/api` of `/api*`. */
export function beginsInside(pattern: string): string | undefined {
  return /^(\/[^*?]*[^*?/])\*$/.exec(pattern)?.[1];
}

/** What stands before the last slash of a pattern for everything below one name: `/api` of `/api/*`. */
export function directoryOf(pattern: string): string | undefined {
  return /^(\/[^*?/]+)\/\*$/.exec(pattern)?.[1];
}

/**
 * The path whose last segment begins like `start` and goes on, and all below it: `/api-v2` of `/api-v2/*` beside `/api`.
 * Undefined: the pattern is about something else, or its segment is not written out.
 */
export function familyOf(space: RequestSpace, start: string, pattern: string): Test | undefined {
  const rest = pattern.startsWith(start)
    ? /^[^*?/]+(?=\/|\*?$)/.exec(pattern.slice(start.length))?.[0]
    : undefined;
  if (rest === undefined) return undefined;
  const root = start + rest;
  const below = [...literal(`${root}/`), ...repeated(CharSet.all(LAST_CODE))];
  const words = [sequence(literal(root)), sequence(below)];
  return { dimension: "path", language: space.named(`path ${root} and below`, words) };
}

/** Exactly one path. */
export function pathTest(space: RequestSpace, path: string): Test {
  return { dimension: "path", language: space.text(path) };
}
