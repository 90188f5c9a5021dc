import type { ResourceChange } from "../../topology";
import type { Comparison } from "../comparison";
import { DATA_TYPES } from "../data/data-types";
import { isListed } from "./forces-replacement";

/**
 * Changes of two synths that are told as updates for want of knowledge: of what holds data, whose type is not listed with
 * what forces a replacement. A plan knows.
 */
export function mayBeReplaced({ before, changes }: Comparison): readonly ResourceChange[] {
  if (before.topology.source.kind !== "synth") return [];
  return changes.changes.filter(
    ({ kind, type, differences }) =>
      kind === "update" && DATA_TYPES.has(type) && !isListed(type) && differences.some(isMore),
  );
}

/** Tags never replace anything. */
function isMore({ path }: { readonly path: string }): boolean {
  return !/^tags\b/.test(path);
}
