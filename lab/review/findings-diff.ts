import { allDefects, type Finding, lint } from "../lint";
import type { Sides } from "./comparison";

/** What lint finds after a change and did not before. */
export interface FindingsDiff {
  readonly introduced: readonly Finding[];
}

/** The same finding at the same place counts as the same, whatever numbers its message holds. */
export function findingsDiff({ before, after }: Sides): FindingsDiff {
  const { findings } = lint(after);
  const ids = new Set(findings.map(({ id }) => id));
  // looking for what is not there afterwards would only take time
  const earlier = lint(before, { defects: allDefects.filter(({ id }) => ids.has(id)) }).findings;
  const known = new Set(earlier.map(keyOf));
  return { introduced: findings.filter((finding) => !known.has(keyOf(finding))) };
}

function keyOf({ id, address }: Finding): string {
  return `${id} ${address}`;
}
