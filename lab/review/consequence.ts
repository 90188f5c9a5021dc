import { isUnknown, type ResourceChange } from "../topology";
import type { Comparison } from "./comparison";

/**
 * The change that a replacement follows from: where all that forces it leads to things that are replaced, the change of
 * the first of those, and so on; else itself.
 */
export function reasonFor(comparison: Comparison, change: ResourceChange): ResourceChange {
  const seen = new Set<string>();
  for (let current = change; ; ) {
    seen.add(current.address);
    const causes = current.forcedBy.map((path) => replacedBehind(comparison, current.address, path));
    const [first] = causes;
    if (first === undefined || causes.includes(undefined) || seen.has(first.address)) return current;
    current = first;
  }
}

function replacedBehind(comparison: Comparison, address: string, path: string): ResourceChange | undefined {
  const steps = path.split(/[.[\]]+/).filter((step) => step !== "");
  const keys = steps.map((step) => (/^\d+$/.test(step) ? Number(step) : step));
  const link = comparison.resource(address).before?.link(...keys);
  if (link === undefined || isUnknown(link) || !("address" in link)) return undefined;
  const change = comparison.changeOf(link);
  return change?.kind === "replace" ? change : undefined;
}
