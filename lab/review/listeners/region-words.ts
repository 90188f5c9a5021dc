import type { Region } from "../routes";

const MOST_NAMED = 4;

/** Which requests are in a region, in a few words, such as `those with path /api/*`. */
export function renderRegion({ conditions, except }: Region): string {
  const left = except.length === 0 ? "" : short(except, "; ");
  if (conditions.length === 0) return left === "" ? "all of them" : `all but those with ${left}`;
  return `those with ${short(conditions, " and ")}${left === "" ? "" : `, but not with ${left}`}`;
}

function short(texts: readonly string[], between: string): string {
  const rest = texts.length - MOST_NAMED;
  const shown = rest > 0 ? [...texts.slice(0, MOST_NAMED), `${rest} more`] : texts;
  return shown.join(between);
}
