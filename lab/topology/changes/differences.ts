import { isJsonObject, isSameJson, type Json, listOf, member } from "../graph/json";
import type { Difference, Shown } from "../model/change";

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
  return [...differences(compared, "")];
}

function* differences(
  compared: Compared,
  path: string,
  pairNames: readonly string[] = [],
): Generator<Difference> {
  const { before, after, unknownAfter, sensitiveBefore, sensitiveAfter } = compared;
  for (const [step, name] of stepsInto(compared)) {
    yield* differences(
      at(compared, step),
      typeof step === "number" || path === "" ? path + name : `${path}.${name}`,
      step === "value" ? pairNamesIn(compared) : [],
    );
  }
  if (!isWhole(compared) || (unknownAfter !== true && isSameJson(before ?? null, after ?? null))) return;
  // what is called sensitive on one side was no less a secret on the other
  const isSensitive = isMarked(sensitiveBefore) || isMarked(sensitiveAfter);
  yield {
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

/** Whether a value is compared as one: it has no parts, or they are hidden together. */
function isWhole(compared: Compared): boolean {
  return isHidden(compared) || !(hasMembers(compared) || hasBlocks(compared));
}

function stepsInto(compared: Compared): readonly (readonly [step: string | number, name: string])[] {
  if (isHidden(compared)) return [];
  const sides = [compared.before, compared.after, compared.unknownAfter];
  if (hasMembers(compared)) {
    const names = new Set(sides.flatMap((side) => (isJsonObject(side) ? Object.keys(side) : [])));
    return [...names].sort().map((name) => [name, name] as const);
  }
  if (!hasBlocks(compared)) return [];
  const length = Math.max(...sides.map((side) => listOf(side).length));
  return Array.from({ length }, (_, index) => [index, `[${index}]`] as const);
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

/** Whether a part of it is marked: a list or a map is shown as a whole or not at all. */
function isMarked(mark: Json | undefined): boolean {
  if (Array.isArray(mark)) return mark.some(isMarked);
  return isJsonObject(mark) ? Object.values(mark).some(isMarked) : mark === true;
}
