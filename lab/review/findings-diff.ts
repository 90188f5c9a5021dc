import { type Finding, lint } from "../lint";
import type { Sides } from "./comparison";

/** How lint judges both sides. */
export interface FindingsDiff {
  /** Found after the change and not before. */
  readonly introduced: readonly Finding[];
  /** Found before the change and not after. */
  readonly mended: readonly Finding[];
}

/** The same finding at the same place counts as the same, whatever numbers its message holds. */
export function findingsDiff({ before, after }: Sides): FindingsDiff {
  const [earlier, later] = [lint(before).findings, lint(after).findings];
  return { introduced: without(later, earlier), mended: without(earlier, later) };
}

function without(some: readonly Finding[], others: readonly Finding[]): readonly Finding[] {
  const known = new Set(others.map(({ id, address }) => `${id} ${address}`));
  return some.filter(({ id, address }) => !known.has(`${id} ${address}`));
}
