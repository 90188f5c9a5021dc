import { isJsonObject, isSameJson, type Json, listOf, member } from "../graph/json";
import type { Difference, Shown } from "../model/change";
import { isMarked } from "./is-marked";

/** A value before and after, and what of it is unknown or sensitive: `true`, or the same shape with `true` at such places. */
export interface Compared {
  readonly before: Json | undefined;
  readonly after: Json | undefined;
  readonly unknownAfter?: Json | undefined;
  readonly sensitiveBefore?: Json | undefined;
  readonly sensitiveAfter?: Json | undefined;
}

/** Every argument that is not as it was. Lists of blocks are compared position by position, other lists as a whole. */
export function differencesBetween(compared: Compared): readonly Difference[] {
  const found: Difference[] = [];
  addDifferences(compared, "", [], found);
  return found;
}

function addDifferences(
  compared: Compared,
  path: string,
  pairNames: readonly string[],
  found: Difference[],
): void {
  const steps = stepsInto(compared);
  if (steps === undefined) {
    if (isDifferent(compared)) found.push(differenceAt(compared, path, pairNames));
    return;
  }
  for (const step of steps) {
    const name = typeof step === "number" ? `[${step}]` : path === "" ? step : `.${step}`;
    addDifferences(at(compared, step), path + name, step === "value" ? pairNamesIn(compared) : [], found);
  }
}

function isDifferent({ before, after, unknownAfter }: Compared): boolean {
  return unknownAfter === true || !isSameJson(before ?? null, after ?? null);
}

function differenceAt(
  { before, after, unknownAfter, sensitiveBefore, sensitiveAfter }: Compared,
  path: string,
  pairNames: readonly string[],
): Difference {
  // a list or a map is shown as a whole or not at all; what is called sensitive on one side was no less a secret on the other
  const isSensitive = isMarked(sensitiveBefore) || isMarked(sensitiveAfter);
  return {
    path,
    before: shown(before, isSensitive),
    after: unknownAfter === true ? { kind: "unknown" } : shown(after, isSensitive),
    ...(pairNames.length > 0 && { pairNames }),
  };
}

function pairNamesIn({ before, after }: Compared): readonly string[] {
  const names = [before, after].flatMap((side) => [member(side, "name"), member(side, "key")]);
  return names.filter((name) => typeof name === "string");
}

/** `undefined`: a value is compared as one: it has no parts, or they are hidden together. */
function stepsInto(compared: Compared): readonly (string | number)[] | undefined {
  const { before, after, unknownAfter } = compared;
  if (isHidden(compared)) return undefined;
  const sides = [before, after, unknownAfter];
  if (hasMembers(compared)) {
    const names = new Set(sides.flatMap((side) => (isJsonObject(side) ? Object.keys(side) : [])));
    return [...names].sort();
  }
  if (!hasBlocks(compared)) return undefined;
  return Array.from({ length: Math.max(...sides.map((side) => listOf(side).length)) }, (_, index) => index);
}

function isHidden({ unknownAfter, sensitiveBefore, sensitiveAfter }: Compared): boolean {
  return unknownAfter === true || sensitiveBefore === true || sensitiveAfter === true;
}

function hasMembers({ before, after }: Compared): boolean {
  return isJsonObject(before ?? after) && isJsonObject(after ?? before);
}

function hasBlocks({ before, after, unknownAfter }: Compared): boolean {
  return isListOfBlocks(before) || isListOfBlocks(after) || hasUnknownPart(unknownAfter);
}

function at(compared: Compared, step: string | number): Compared {
  const part = (side: Json | undefined): Json | undefined => {
    if (side === true) return true;
    return typeof step === "number" ? listOf(side)[step] : member(side, step);
  };
  const { before, after, unknownAfter, sensitiveBefore, sensitiveAfter } = compared;
  return {
    before: before === true ? undefined : part(before),
    after: after === true ? undefined : part(after),
    unknownAfter: part(unknownAfter),
    sensitiveBefore: part(sensitiveBefore),
    sensitiveAfter: part(sensitiveAfter),
  };
}

function isListOfBlocks(value: Json | undefined): boolean {
  return Array.isArray(value) && value.some(isJsonObject);
}

function hasUnknownPart(unknownAfter: Json | undefined): boolean {
  return Array.isArray(unknownAfter) && unknownAfter.some((part) => part === true || isListOfBlocks([part]));
}

function shown(value: Json | undefined, isSensitive: boolean): Shown {
  if (value === undefined || value === null) return { kind: "not-set" };
  return isSensitive ? { kind: "sensitive", reveal: () => value } : { kind: "value", value };
}
