import { type Element, isUnknown } from "../../topology";
import type { Comparison } from "../comparison";
import { type Deciding, decidingParts } from "./deciding-parts";

/** What decides over requests at one element and is not known any more. */
export interface LostValues {
  readonly at: Element;
  /** Such as `a rule`. */
  readonly what: string;
  readonly lost: readonly Lost[];
}

interface Lost {
  readonly name: string;
  readonly reason: string;
}

/** Every element of which a change leaves something open that was known. */
export function lostValues(comparison: Comparison): readonly LostValues[] {
  return decidingParts(comparison)
    .map(({ at, what, before, after }) => ({ at, what, lost: lostIn(before, after) }))
    .filter(({ lost }) => lost.length > 0);
}

/** Parts that are unknown after and were not before; where the whole is new, all that are unknown. */
function lostIn(before: Deciding["before"], after: Deciding["after"]): readonly Lost[] {
  return Object.entries(after).flatMap(([name, value]) => {
    const [first] = unknownsIn(value);
    if (first === undefined || (before !== undefined && unknownsIn(before[name]).length > 0)) return [];
    return [{ name, reason: first }];
  });
}

/** One of several resources that are known, of which the plan does not say which, decides nothing by its id. */
const ONE_OF_THEM = /a plan does not show which$/;

function unknownsIn(value: unknown): readonly string[] {
  if (isUnknown(value)) return ONE_OF_THEM.test(value.unknown) ? [] : [value.unknown];
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap(unknownsIn);
}
