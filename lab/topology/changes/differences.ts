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

function* differences(compared: Compared, path: string): Generator<Difference> {
  const { before, after, unknownAfter, sensitiveBefore, sensitiveAfter } = compared;
  const isWhole = unknownAfter === true || sensitiveBefore === true || sensitiveAfter === true;
  if (!isWhole && isJsonObject(before ?? after) && isJsonObject(after ?? before)) {
    const names = new Set([before, after, unknownAfter].flatMap((side) => Object.keys(side ?? {})));
    for (const name of [...names].sort())
      yield* differences(at(compared, name), path === "" ? name : `${path}.${name}`);
    return;
  }
  if (!isWhole && (isListOfBlocks(before) || isListOfBlocks(after) || hasUnknownPart(unknownAfter))) {
    const length = Math.max(...[before, after, unknownAfter].map((side) => listOf(side).length));
    for (let index = 0; index < length; index++) yield* differences(at(compared, index), `${path}[${index}]`);
    return;
  }
  if (unknownAfter !== true && isSameJson(before ?? null, after ?? null)) return;
  const shownAfter: Shown = unknownAfter === true ? { kind: "unknown" } : shown(after, sensitiveAfter);
  yield { path, before: shown(before, sensitiveBefore), after: shownAfter };
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

function shown(value: Json | undefined, sensitive: Json | undefined): Shown {
  if (value === undefined || value === null) return { kind: "not-set" };
  return isMarked(sensitive) ? { kind: "sensitive", reveal: () => value } : { kind: "value", value };
}

/** Whether a part of it is marked: a list or a map is shown as a whole or not at all. */
function isMarked(mark: Json | undefined): boolean {
  if (Array.isArray(mark)) return mark.some(isMarked);
  return isJsonObject(mark) ? Object.values(mark).some(isMarked) : mark === true;
}
