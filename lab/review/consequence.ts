import { isUnknown, type ResourceChange } from "../topology";
import type { Comparison } from "./comparison";
import { stepsOf } from "./path-steps";

/**
 * The change that a replacement follows from: where something that forces it leads to what is replaced too, the change of
 * that, and so on; else itself.
 */
export function reasonFor(comparison: Comparison, change: ResourceChange): ResourceChange {
  const seen = new Set<string>();
  for (let current = change; ; ) {
    seen.add(current.address);
    const { address, forcedBy } = current;
    const cause = forcedBy.map((path) => replacedBehind(comparison, address, path)).find(Boolean);
    if (cause === undefined || seen.has(cause.address)) return current;
    current = cause;
  }
}

function replacedBehind(comparison: Comparison, address: string, path: string): ResourceChange | undefined {
  const link = comparison.resource(address).before?.link(...stepsOf(path));
  if (link === undefined || isUnknown(link) || !("address" in link)) return undefined;
  const change = comparison.changeOf(link);
  return change?.kind === "replace" ? change : undefined;
}
