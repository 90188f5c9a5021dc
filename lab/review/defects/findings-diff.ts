import { allDefects, type Finding, lint } from "../../lint";
import type { Sides } from "../comparison";

/** What lint finds after a change and did not before. */
export interface FindingsDiff {
  readonly introduced: readonly Finding[];
}

/** The same finding at the same place counts as the same, whatever numbers its message holds. */
export function findingsDiff({ before, after, changes }: Sides): FindingsDiff {
  const { findings } = lint(after);
  const ids = new Set(findings.map(({ id }) => id));
  // looking for what is not there afterwards would only take time
  const earlier = lint(before, { defects: allDefects.filter(({ id }) => ids.has(id)) }).findings;
  const known = new Set(earlier.map(keyOf));
  const isNew = (finding: Finding) => !known.has(keyOf(finding)) && !isFilledIn(changes, finding);
  return { introduced: findings.filter(isNew) };
}

/**
 * A plan repeats the wanted size of an auto scaling group even where nobody writes it; AWS moves it along with the limits,
 * so that it contradicts none.
 */
function isFilledIn({ changes }: Sides["changes"], { id, address }: Finding): boolean {
  if (id !== "auto-scaling-size-contradicts") return false;
  const change = changes.find((one) => one.address === address);
  return change?.kind === "update" && !change.differences.some(({ path }) => path === "desired_capacity");
}

function keyOf({ id, address }: Finding): string {
  return `${id} ${address}`;
}
