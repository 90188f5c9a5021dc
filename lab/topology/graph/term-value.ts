import { type Knowable, unknown } from "../known";
import type { Term } from "./term";
import type { Value } from "./types";

/** More than any argument needs; a value that refers to itself or doubles itself is cut off here. */
const MOST_LEVELS = 100;
const MOST_PARTS = 100_000;

/** The value of a term with everything in it; `undefined`: not set. */
export function termValue(term: Term): Knowable<Value | undefined> {
  if (term.kind === "absent") return undefined;
  if (term.kind === "scalar") return term.value;
  const budget = { parts: MOST_PARTS };
  const value = convert(term, MOST_LEVELS, budget);
  return budget.parts < 0 ? unknown(`more than ${MOST_PARTS} parts`) : value;
}

function convert(term: Term, levels: number, budget: { parts: number }): Value {
  budget.parts -= 1;
  if (term.kind === "absent") return null;
  if (term.kind === "scalar") return term.value;
  if (term.kind === "unknown") return unknown(term.reason);
  if (levels === 0) return unknown(`nested deeper than ${MOST_LEVELS} levels`);
  if (budget.parts < 0) return null;
  if (term.kind === "list") return term.items().map((item) => convert(item, levels - 1, budget));
  // such a map could not be told from a value that is unknown
  if (term.keys.includes("unknown")) return unknown('a map with the key "unknown"');
  return Object.fromEntries(term.keys.map((key) => [key, convert(term.at(key), levels - 1, budget)]));
}
