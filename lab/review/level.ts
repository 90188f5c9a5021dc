/**
 * How bad a change is. `needs-care`: it works, if somebody thinks of something. `drops-traffic`: requests fail that did
 * not, for a while or for good. `destroys-data`: what is gone afterwards does not come back.
 */
export type Level = "safe" | "needs-care" | "drops-traffic" | "destroys-data";

/** From harmless to worst. */
export const LEVELS: readonly Level[] = ["safe", "needs-care", "drops-traffic", "destroys-data"];

/** Negative where the first is less bad. */
export function compareLevels(one: Level, other: Level): number {
  return LEVELS.indexOf(one) - LEVELS.indexOf(other);
}

/** The worst of several; `safe` where there is none. */
export function worstOf(levels: Iterable<Level>): Level {
  return [...levels].reduce((worst, level) => (compareLevels(level, worst) > 0 ? level : worst), "safe");
}

/** As a person says it. */
export function nameOfLevel(level: Level): string {
  return level.replace("-", " ");
}
